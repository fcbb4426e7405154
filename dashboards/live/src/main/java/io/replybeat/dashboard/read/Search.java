package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * One question to Elasticsearch: to which alias, and the body.
 *
 * @param wantsAll whether every document that fits is wanted, however many
 */
record Search(String alias, ObjectNode body, boolean wantsAll) {

    /** Elasticsearch gives no more documents in one answer. */
    static final int MOST_HITS = 10_000;

    /** Only what is aggregated. */
    static Search counting(String alias, Query query, Consumer<ObjectNode> aggregations) {
        ObjectNode body = body(query, 0);
        aggregations.accept(body.putObject("aggs"));
        return new Search(alias, body, false);
    }

    /** How many documents fit, exactly. */
    static Search howMany(String alias, Query query) {
        return new Search(alias, body(query, 0).put("track_total_hits", true), false);
    }

    /** The first documents by this field; those that are equal in it in the order of their ids. */
    static Search first(int size, String alias, Query query, String field, String order) {
        ObjectNode body = body(query, size);
        body.putArray("sort").addObject().putObject(field).put("order", order).put("unmapped_type", "date");
        return new Search(alias, body, false);
    }

    /** Every document that fits, with nothing but these fields, in the order of ids. */
    static Search all(String alias, Query query, ObjectNode source) {
        ObjectNode body = body(query, MOST_HITS);
        body.set("_source", source);
        body.putArray("sort").addObject().putObject("id").put("order", "asc").put("unmapped_type", "keyword");
        return new Search(alias, body, true);
    }

    private static ObjectNode body(Query query, int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", size).put("track_total_hits", false).set("query", query.json());
        return body;
    }

    /** The same question for what comes behind a document with these sort values. */
    Search after(JsonNode sortValues) {
        return new Search(alias, body.deepCopy().set("search_after", sortValues), wantsAll);
    }
}
