package io.replybeat.stream.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.alert.Alert;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.IndexName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What did customers write in the messages that contributed most to an alert?
 *
 * <p>Looked up when the alert is told and kept nowhere, so what was erased or is not stored is not shown. Whatever goes
 * wrong, nothing is found: the alert is told without.
 */
interface MessageTexts extends AutoCloseable {

    /** Never completes exceptionally. */
    CompletableFuture<List<MessageText>> of(Alert alert);

    @Override
    default void close() {}

    MessageTexts NONE = alert -> CompletableFuture.completedFuture(List.of());

    /** In the message documents. */
    static MessageTexts in(ElasticsearchOptions elasticsearch) {
        return new Stored(new ElasticsearchClient(elasticsearch), elasticsearch.prefix(), Stored.WITHIN);
    }

    /**
     * An alert's evidence names events; their ids are searched for among the brand's messages.
     *
     * @param within nobody waits longer to be told for the sake of a quotation
     */
    record Stored(ElasticsearchClient client, String prefix, Duration within) implements MessageTexts {

        private static final Duration WITHIN = Duration.ofSeconds(2);

        private static final int SHOWN = 3;

        /** An id is unique within its conversation only; twins of another one take room, too. */
        private static final int FOUND = 4 * SHOWN;

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public CompletableFuture<List<MessageText>> of(Alert alert) {
            List<String> ids =
                    alert.evidence().messageIds().stream().limit(SHOWN).toList();
            if (ids.isEmpty()) {
                return CompletableFuture.completedFuture(List.of());
            }
            String path = "/" + IndexName.alias(prefix, Kind.MESSAGES) + "/_search?ignore_unavailable=true";
            return client.send("POST", path, "application/json", query(alert.brand(), ids))
                    .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(answer -> read(answer.body(), ids))
                    .exceptionally(anyTrouble -> List.of());
        }

        private static byte[] query(String brand, List<String> ids) {
            return DocumentJson.encode(new Fields()
                    .put("size", FOUND)
                    .put("_source", List.of("event_id", "text"))
                    .put(
                            "query",
                            Map.of(
                                    "bool",
                                    Map.of(
                                            "filter",
                                            List.of(
                                                    Map.of("term", Map.of("brand", brand)),
                                                    Map.of("terms", Map.of("event_id", ids))))))
                    .build());
        }

        private static List<MessageText> read(byte[] body, List<String> ids) {
            Map<String, MessageText> found = new HashMap<>();
            try {
                for (JsonNode hit : JSON.readTree(body).at("/hits/hits")) {
                    JsonNode message = hit.path("_source");
                    String id = message.path("event_id").asText();
                    if (message.hasNonNull("text")) {
                        found.put(id, MessageText.of(id, message.path("text").asText()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ids.stream().filter(found::containsKey).map(found::get).toList();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
