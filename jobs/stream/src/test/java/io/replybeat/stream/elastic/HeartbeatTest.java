package io.replybeat.stream.elastic;

import static io.replybeat.stream.elastic.WriterBench.INDEX;
import static io.replybeat.stream.elastic.WriterBench.MARCH;
import static io.replybeat.stream.elastic.WriterBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer at 10:00, the third subtask of a sink; what it tells of itself, and what becomes of the documents meanwhile. */
class HeartbeatTest {

    private static final String ID = "replybeat-health/window-sink|2";

    private final WriterBench bench = WriterBench.fresh();

    @BeforeEach
    void start() {
        bench.writer.startHeartbeat("window-sink", 2);
    }

    @Test
    void from_the_start_and_every_five_seconds_there_is_one_document_that_is_written_over() throws Exception {
        allArrive();
        assertThat(told())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"id": "window-sink|2", "sink": "window-sink", "subtask": 2,
                                 "started_at": "2026-03-04T10:00:00Z", "at": "2026-03-04T10:00:00Z",
                                 "delivered": 0, "retried": 0, "rejected": 0, "pending": 0}"""));
        bench.time.advance(4_999);
        assertThat(bench.network.underWay).isEmpty();
        bench.time.advance(1);
        allArrive();
        assertThat(told().path("at").asText()).isEqualTo("2026-03-04T10:00:05Z");
        assertThat(told().path("started_at").asText()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(bench.found()).containsOnlyKeys(ID);
    }

    @Test
    void event_time_is_the_sinks_watermark_while_there_is_one() throws Exception {
        bench.writer.writeWatermark(
                new Watermark(Instant.parse("2026-03-04T09:59:57Z").toEpochMilli()));
        nextBeat();
        assertThat(told().path("event_time").asText()).isEqualTo("2026-03-04T09:59:57Z");
        bench.writer.writeWatermark(Watermark.MAX_WATERMARK);
        nextBeat();
        assertThat(told().has("event_time")).isFalse();
    }

    @Test
    void what_was_delivered_retried_and_rejected_is_counted_documents_alone() throws Exception {
        bench.network.indices.itemFault = id -> id.equals("bad") ? 400 : id.equals("busy") ? 429 : 0;
        bench.write("good", 1);
        bench.write("bad", 1);
        bench.write("busy", 1);
        nextBeat();
        nextBeat();
        bench.network.indices.itemFault = id -> 0;
        nextBeat();
        nextBeat();
        assertThat(told().path("delivered").asInt()).as("good and busy").isEqualTo(2);
        assertThat(told().path("rejected").asInt()).isEqualTo(1);
        assertThat(told().path("retried").asLong())
                .isEqualTo(bench.metrics.count("bulkRetries"))
                .isPositive();
        assertThat(told().path("pending").asInt()).isZero();
    }

    @Test
    void a_document_that_cannot_be_delivered_waits_since_it_came_also_when_it_is_overwritten() throws Exception {
        bench.network.indices.itemFault = id -> id.equals("a") ? 503 : 0;
        bench.time.advance(1_000);
        bench.write("a", 1);
        nextBeat();
        bench.write("a", 2);
        bench.write("b", 1);
        nextBeat();
        nextBeat();
        assertThat(told().path("pending").asInt()).isEqualTo(1);
        assertThat(told().path("oldest_pending_at").asText()).isEqualTo("2026-03-04T10:00:01Z");
        bench.network.indices.itemFault = id -> 0;
        nextBeat();
        nextBeat();
        assertThat(told().path("pending").asInt()).isZero();
        assertThat(told().has("oldest_pending_at")).isFalse();
    }

    @Test
    void a_newer_version_that_came_while_an_older_was_under_way_waits_since_the_older_was_delivered() throws Exception {
        allArrive();
        bench.write("a", 1);
        bench.linger();
        bench.write("a", 2);
        bench.time.advance(800);
        bench.delivers();
        bench.network.indices.itemFault = id -> id.equals("a") ? 503 : 0;
        nextBeat();
        assertThat(told().path("oldest_pending_at").asText()).isEqualTo("2026-03-04T10:00:01Z");
    }

    @Test
    void one_that_fails_is_counted_and_not_repeated_and_the_documents_go_their_way() throws Exception {
        bench.network.indices.itemFault = id -> id.startsWith("window-sink") ? 403 : 0;
        bench.write("a", 1);
        bench.linger();
        assertThat(bench.network.underWay).hasSize(2);
        allArrive();
        bench.time.advance(4_000);
        assertThat(bench.network.underWay).isEmpty();
        bench.time.advance(1_000);
        bench.network.only().isAnswered(401, "who are you");
        bench.mailbox.runAll();
        bench.time.advance(5_000);
        bench.network.only().timesOut();
        bench.mailbox.runAll();
        assertThat(bench.found()).containsOnlyKeys(INDEX + "/a").containsValue(json("a", 1));
        assertThat(bench.metrics.count("heartbeatFailures")).isEqualTo(3);
        assertThat(bench.metrics.count("rejected")).isZero();
        assertThat(bench.metrics.count("bulkRetries")).isZero();
        assertThat(bench.deadLetters).isEmpty();
    }

    @Test
    void while_one_hangs_there_is_no_other_and_it_is_in_no_checkpoint_and_nobody_waits_for_it() throws Exception {
        bench.time.advance(60_000);
        assertThat(bench.network.only().text()).contains("replybeat-health");
        assertThat(bench.undelivered()).isEmpty();
        bench.writer.flush(true);
        allArrive();
        nextBeat();
        assertThat(told().path("at").asText())
                .isEqualTo(Instant.ofEpochMilli(MARCH + 65_000).toString());
    }

    /** What was due until then is answered, then comes the beat. */
    private void nextBeat() throws Exception {
        for (int i = 0; i < 5; i++) {
            bench.time.advance(1_000);
            allArrive();
        }
    }

    private void allArrive() throws Exception {
        List.copyOf(bench.network.underWay).forEach(Network.Request::arrives);
        bench.mailbox.runAll();
    }

    private JsonNode told() throws Exception {
        return new ObjectMapper().readTree(bench.found().get(ID));
    }
}
