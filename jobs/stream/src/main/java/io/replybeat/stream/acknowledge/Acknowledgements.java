package io.replybeat.stream.acknowledge;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.stream.acknowledge.Outcome.Acknowledged;
import io.replybeat.stream.acknowledge.Outcome.AlreadyAcknowledged;
import io.replybeat.stream.acknowledge.Outcome.NoSuchAlert;
import io.replybeat.stream.acknowledge.Withdrawal.NotAcknowledged;
import io.replybeat.stream.acknowledge.Withdrawal.SomebodyElses;
import io.replybeat.stream.acknowledge.Withdrawal.Withdrawn;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.IndexName;
import io.replybeat.stream.options.JobOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which alerts have people taken upon themselves?
 *
 * <p>An acknowledgement is a document of its own, under its alert's id in the one index {@code replybeat-acknowledgements}. The job
 * never writes there, so no later moment of the alert, no crash and no replay loses it. Of two people at the same time exactly
 * one is first; who is second learns it and changes nothing.
 *
 * <p>Every call throws {@link IllegalStateException} if Elasticsearch does not answer, or not as it should.
 */
public final class Acknowledgements implements AutoCloseable {

    /** How the index, its templates and its mapping are named. */
    public static final String WORD = "acknowledgements";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Requests requests;
    private final String alerts;
    private final String index;

    public Acknowledgements(ElasticsearchOptions elasticsearch) {
        this.requests = new Requests(elasticsearch);
        this.alerts = IndexName.alias(elasticsearch.prefix(), Kind.ALERTS);
        this.index = index(elasticsearch.prefix());
    }

    /** For the indices of these options. */
    public static Acknowledgements of(JobOptions options) {
        return new Acknowledgements(ElasticsearchOptions.of(options));
    }

    /** One for all time: an acknowledgement is found by its alert's id alone. */
    public static String index(String prefix) {
        return prefix + "-" + WORD;
    }

    /**
     * @param at the wall clock's now
     * @param note null for none
     */
    public Outcome acknowledge(String alertId, String by, Instant at, String note) {
        Acknowledgement acknowledgement = new Acknowledgement(alertId, by, at, note);
        if (!isAlert(alertId)) {
            return new NoSuchAlert();
        }
        // Another turn only where the one who was first has taken it back meanwhile.
        while (true) {
            if (create(acknowledgement)) {
                return new Acknowledged(acknowledgement);
            }
            Optional<Stored> first = find(alertId);
            if (first.isPresent()) {
                return new AlreadyAcknowledged(
                        first.get().said().by(), first.get().said().at());
            }
        }
    }

    /** @param by whose acknowledgement it is: nobody takes back another's by mistake */
    public Withdrawal unacknowledge(String alertId, String by) {
        // Another turn only where it was replaced or taken back since it was read.
        while (true) {
            Optional<Stored> found = find(alertId);
            if (found.isEmpty()) {
                return new NotAcknowledged();
            }
            Acknowledgement said = found.get().said();
            if (!said.by().equals(by.strip())) {
                return new SomebodyElses(said.by(), said.at());
            }
            if (delete(found.get())) {
                return new Withdrawn(said);
            }
        }
    }

    /** Elasticsearch's two numbers of a write name exactly the one that was read. */
    private record Stored(Acknowledgement said, long sequence, long term) {}

    private boolean isAlert(String id) {
        requests.send("POST", "/" + alerts + "/_refresh?ignore_unavailable=true", null, OK);
        Map<String, Object> query = Map.of("query", Map.of("ids", Map.of("values", List.of(IndexName.id(id)))));
        return requests.send("POST", "/" + alerts + "/_count?ignore_unavailable=true", DocumentJson.encode(query), OK)
                        .json()
                        .path("count")
                        .asLong()
                > 0;
    }

    private boolean create(Acknowledgement acknowledgement) {
        String path = path("_create", acknowledgement.alertId()) + "?refresh=true";
        byte[] document = DocumentJson.encode(acknowledgement.fields());
        return requests.send("PUT", path, document, CREATED, CONFLICT).status() == CREATED;
    }

    private Optional<Stored> find(String alertId) {
        Requests.Reply reply = requests.send("GET", path("_doc", alertId), null, OK, NOT_FOUND);
        if (reply.status() == NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode document = reply.json();
        JsonNode said = document.path("_source");
        return Optional.of(new Stored(
                new Acknowledgement(
                        said.path("alert_id").asText(),
                        said.path("by").asText(),
                        Instant.parse(said.path("at").asText()),
                        said.path("note").asText(null)),
                document.path("_seq_no").asLong(),
                document.path("_primary_term").asLong()));
    }

    private boolean delete(Stored stored) {
        String path = path("_doc", stored.said().alertId())
                + "?refresh=true&if_seq_no=%d&if_primary_term=%d".formatted(stored.sequence(), stored.term());
        return requests.send("DELETE", path, null, OK, NOT_FOUND, CONFLICT).status() == OK;
    }

    private String path(String endpoint, String alertId) {
        String id = URLEncoder.encode(IndexName.id(alertId), StandardCharsets.UTF_8);
        return "/" + index + "/" + endpoint + "/" + id.replace("+", "%20");
    }

    @Override
    public void close() {
        requests.close();
    }
}
