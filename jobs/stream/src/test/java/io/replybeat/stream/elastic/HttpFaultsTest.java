package io.replybeat.stream.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.stream.elastic.ElasticsearchOptions.Access;
import io.replybeat.stream.elastic.ElasticsearchOptions.Bulk;
import io.replybeat.stream.elastic.StubServer.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.FlinkRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The writer over real HTTP: time is the test's, the network is not. */
class HttpFaultsTest {

    /** Only the silent server makes anybody wait for the time-out. */
    private static final Bulk BULK = new Bulk(
            10,
            1 << 20,
            Duration.ofMillis(200),
            2,
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            1_000,
            64 << 20,
            Duration.ZERO);

    private StubServer server;
    private WriterBench bench;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        bench = benchAt(ElasticsearchOptions.at(server.url()));
    }

    @AfterEach
    void stop() {
        bench.writer.close();
        server.close();
    }

    private WriterBench benchAt(ElasticsearchOptions options) {
        return new WriterBench(
                BULK,
                server.indices,
                WriterBench.MARCH,
                List.of(),
                new ElasticsearchSink.BulkTransport(new ElasticsearchClient(options.withBulk(BULK))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAUTHORIZED"},
            mode = EnumSource.Mode.EXCLUDE)
    void after_any_fault_that_heals_every_document_is_there(Fault fault) throws Exception {
        server.failsBy(fault);
        for (int i = 0; i < 20; i++) {
            bench.write("d" + i, i);
        }
        bench.mailbox.runNext();
        bench.mailbox.runNext();
        if (fault != Fault.NONE) {
            assertThat(bench.undelivered()).hasSize(20);
        }
        server.failsBy(Fault.NONE);
        bench.mailbox.meanwhile = () -> bench.time.advanceToNextTimer();
        bench.writer.flush(true);
        assertThat(server.found()).hasSize(20);
        assertThat(bench.metrics.count("rejected")).isZero();
    }

    @Test
    void when_nobody_listens_documents_wait() throws Exception {
        server.close();
        bench.write("a", 1);
        bench.linger();
        bench.mailbox.runNext();
        assertThat(bench.undelivered()).hasSize(1);
        assertThat(bench.metrics.count("bulkRetries")).isEqualTo(1);
    }

    @Test
    void a_refused_login_ends_the_waiting() throws Exception {
        server.failsBy(Fault.UNAUTHORIZED);
        bench.write("a", 1);
        assertThatThrownBy(() -> bench.writer.flush(true))
                .isInstanceOf(FlinkRuntimeException.class)
                .hasRootCauseInstanceOf(ElasticsearchRefused.class);
    }

    @Test
    void the_API_key_wins_over_user_and_password_and_neither_is_ever_printed() throws Exception {
        Access both = new Access("ada", "secret-word", "secret-key", null, null);
        Access user = new Access("ada", "secret-word", null, null, null);
        for (Access access : List.of(both, user)) {
            ElasticsearchOptions options = ElasticsearchOptions.at(server.url()).withAccess(access);
            assertThat(options.toString()).doesNotContain("secret");
            try (ElasticsearchClient client = new ElasticsearchClient(options)) {
                client.send("GET", "/", null, null).join();
            }
            assertThat(server.lastAuthorization)
                    .isEqualTo(access == both ? "ApiKey secret-key" : "Basic YWRhOnNlY3JldC13b3Jk");
        }
    }
}
