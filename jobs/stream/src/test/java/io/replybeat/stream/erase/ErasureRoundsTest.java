package io.replybeat.stream.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.replybeat.care.message.Privacy;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while the job goes on writing: Elasticsearch answers as scripted, because no real one can be timed so. */
class ErasureRoundsTest {

    private static final Author MIA = new Author("u-mia", "x", null, Set.of());
    private static final String GREETING = hit("m2", 7, "{\"author\":{\"id\":\"a1\"},\"text\":\"Hi @mia\"}");

    private final Deque<String> byAuthor = new ArrayDeque<>();
    private final Deque<String> byOthers = new ArrayDeque<>();
    private final Deque<Integer> bulkStatuses = new ArrayDeque<>();
    private final List<String> bulks = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_was_written_between_search_and_deletion_is_found_by_the_next_round() {
        byAuthor.addAll(List.of(hit("m1", 5, "{}"), hit("m1", 8, "{}")));
        bulkStatuses.addAll(List.of(409, 200));

        assertThat(erase()).isEqualTo(new Erased(1, 0, 0, 0, 0, false, Set.of(), List.of(), true));
        assertThat(bulks).hasSize(2);
        assertThat(bulks.get(0)).contains("\"delete\"", "\"version\":6", "external_gte");
        assertThat(bulks.get(1)).contains("\"delete\"", "\"version\":9");
    }

    @Test
    void an_author_who_never_stops_writing_is_left_to_the_next_run() {
        for (int arrival = 0; arrival < 100; arrival++) {
            byAuthor.add(hit("m" + arrival, 5, "{}"));
            bulkStatuses.add(200);
        }
        assertThat(erase().finished()).isFalse();
        assertThat(byAuthor).isNotEmpty();
    }

    @Test
    void nothing_that_tells_the_handle_is_deleted_before_every_mention_is_gone() {
        byAuthor.add(hit("m1", 5, "{\"author\":{\"handle\":\"@mia\"}}"));
        byOthers.add(GREETING);
        bulkStatuses.add(503);

        assertThatThrownBy(this::erase).hasMessageContaining("run the command again");
        assertThat(bulks).hasSize(1);
        assertThat(bulks.get(0))
                .contains("\"index\"", "\"version\":8", "Hi @erased")
                .doesNotContain("m1");
    }

    private Erased erase() {
        String url = "http://localhost:" + server.getAddress().getPort();
        try (AuthorErasure erasure = new AuthorErasure(ElasticsearchOptions.at(url), Privacy.NONE)) {
            return erasure.erase(MIA, false);
        }
    }

    private static String hit(String id, long version, String source) {
        return "{\"_index\":\"replybeat-messages-2026.03\",\"_id\":\"%s\",\"_version\":%d,\"_source\":%s}"
                .formatted(id, version, source);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = answer(exchange.getRequestURI().getPath(), asked).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(String path, String asked) {
        return switch (path) {
            case "/_analyze" -> "{\"tokens\":[{\"token\":\"mia\"}]}";
            case "/_bulk" -> {
                bulks.add(asked);
                yield "{\"items\":[{\"done\":{\"status\":" + bulkStatuses.remove() + "}}]}";
            }
            case "/replybeat-messages/_search" ->
                asked.contains("\"aggs\"") ? "{}" : hits(asked.contains("must_not") ? byOthers : byAuthor);
            default -> hits(new ArrayDeque<>());
        };
    }

    private static String hits(Deque<String> next) {
        return "{\"hits\":{\"hits\":[" + (next.isEmpty() ? "" : next.remove()) + "]}}";
    }
}
