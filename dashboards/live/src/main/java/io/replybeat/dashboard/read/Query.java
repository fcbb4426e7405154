package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;

/**
 * Which documents? The few Elasticsearch filters the page needs, each as a type.
 *
 * <p>Values always travel as JSON values of exact filters; nothing is ever parsed as query text, so no input can widen
 * a question.
 */
sealed interface Query {

    ObjectNode json();

    static Query all(Query... parts) {
        return new Bool("filter", parts);
    }

    static Query any(Query... parts) {
        return new Bool("should", parts);
    }

    static Query not(Query part) {
        return new Bool("must_not", part);
    }

    static Query term(String field, String value) {
        return new Term(field, value);
    }

    static Query terms(String field, Collection<String> values) {
        return new Terms(field, values);
    }

    static Query exists(String field) {
        return new Exists(field);
    }

    /** {@code bound} is one of gt, gte, lt, lte. */
    static Query range(String field, String bound, Instant at) {
        return new Range(field, bound, at);
    }

    record Bool(String clause, Query... parts) implements Query {
        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode clauses = json.putObject("bool").putArray(clause);
            for (Query part : parts) {
                clauses.add(part.json());
            }
            return json;
        }
    }

    record Term(String field, String value) implements Query {
        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("term").put(field, value);
            return json;
        }
    }

    record Terms(String field, Collection<String> values) implements Query {
        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode array = json.putObject("terms").putArray(field);
            values.forEach(array::add);
            return json;
        }
    }

    record Exists(String field) implements Query {
        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("exists").put("field", field);
            return json;
        }
    }

    record Range(String field, String bound, Instant at) implements Query {
        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("range").putObject(field).put(bound, at.toString());
            return json;
        }
    }
}
