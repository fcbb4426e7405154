package io.replybeat.stream.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.replybeat.stream.acknowledge.Outcome.Acknowledged;
import io.replybeat.stream.acknowledge.Outcome.AlreadyAcknowledged;
import io.replybeat.stream.acknowledge.Outcome.NoSuchAlert;
import io.replybeat.stream.acknowledge.Withdrawal.NotAcknowledged;
import io.replybeat.stream.acknowledge.Withdrawal.SomebodyElses;
import io.replybeat.stream.acknowledge.Withdrawal.Withdrawn;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when two people press at the same time: Elasticsearch answers as scripted, because no real one can be timed so. */
class AcknowledgementsTest {

    private static final String ALERT = "volume_spike|acme|topic|late parcels|2026-03-04T10:00:00Z";
    private static final String DOCUMENT = "volume_spike%7Cacme%7Ctopic%7Clate%20parcels%7C2026-03-04T10%3A00%3A00Z";
    private static final Instant TEN_PAST = Instant.parse("2026-03-04T10:10:00Z");
    private static final Instant QUARTER_PAST = Instant.parse("2026-03-04T10:15:00Z");

    private static final String CREATE = "PUT /replybeat-acknowledgements/_create/" + DOCUMENT + "?refresh=true";
    private static final String READ = "GET /replybeat-acknowledgements/_doc/" + DOCUMENT;

    private record Exchange(String request, int status, String answer) {}

    private final Deque<Exchange> script = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private Acknowledgements acknowledgements;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        acknowledgements = new Acknowledgements(ElasticsearchOptions.at(
                "http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        acknowledgements.close();
        server.stop(0);
        assertThat(script).as("what was not asked").isEmpty();
    }

    @Test
    void whoever_is_first_acknowledges_with_name_time_and_note() {
        theAlertIsThere();
        then(CREATE, 201, "{}");

        Outcome outcome = acknowledgements.acknowledge(ALERT, " Mia ", TEN_PAST, "On it");

        assertThat(outcome).isEqualTo(new Acknowledged(new Acknowledgement(ALERT, "Mia", TEN_PAST, "On it")));
        assertThat(bodies)
                .endsWith("{\"alert_id\":\"" + ALERT
                        + "\",\"by\":\"Mia\",\"at\":\"2026-03-04T10:10:00Z\",\"note\":\"On it\"}");
    }

    @Test
    void whoever_comes_second_is_told_who_was_first_and_when() {
        theAlertIsThere();
        then(CREATE, 409, "{}");
        then(READ, 200, said("Mia", TEN_PAST, 1));

        assertThat(acknowledgements.acknowledge(ALERT, "Tom", QUARTER_PAST, null))
                .isEqualTo(new AlreadyAcknowledged("Mia", TEN_PAST));
    }

    @Test
    void the_second_is_first_where_the_first_took_it_back_in_between() {
        theAlertIsThere();
        then(CREATE, 409, "{}");
        then(READ, 404, "{}");
        then(CREATE, 201, "{}");

        assertThat(acknowledgements.acknowledge(ALERT, "Tom", QUARTER_PAST, null))
                .isEqualTo(new Acknowledged(new Acknowledgement(ALERT, "Tom", QUARTER_PAST, null)));
    }

    @Test
    void of_an_alert_that_is_nowhere_nothing_is_written() {
        theAlertIsSearched(0);

        assertThat(acknowledgements.acknowledge(ALERT, "Mia", TEN_PAST, null)).isEqualTo(new NoSuchAlert());
    }

    @Test
    void what_is_taken_back_is_the_very_acknowledgement_that_was_read() {
        then(READ, 200, said("Mia", TEN_PAST, 7));
        then(delete(7), 200, "{}");

        assertThat(acknowledgements.unacknowledge(ALERT, "Mia"))
                .isEqualTo(new Withdrawn(new Acknowledgement(ALERT, "Mia", TEN_PAST, null)));
    }

    @Test
    void nobody_takes_back_what_somebody_else_acknowledged_in_between() {
        then(READ, 200, said("Mia", TEN_PAST, 7));
        then(delete(7), 409, "{}");
        then(READ, 200, said("Tom", QUARTER_PAST, 9));

        assertThat(acknowledgements.unacknowledge(ALERT, "Mia")).isEqualTo(new SomebodyElses("Tom", QUARTER_PAST));
    }

    @Test
    void what_nobody_acknowledged_cannot_be_taken_back() {
        then(READ, 404, "{\"error\":\"no such index\"}");

        assertThat(acknowledgements.unacknowledge(ALERT, "Mia")).isEqualTo(new NotAcknowledged());
    }

    @Test
    void a_refusal_is_told_as_it_is_and_an_absence_with_the_option_to_look_at() {
        theAlertIsThere();
        then(CREATE, 403, "read only");
        assertThatThrownBy(() -> acknowledgements.acknowledge(ALERT, "Mia", TEN_PAST, null))
                .hasMessageContaining("answers 403")
                .hasMessageContaining("read only");

        server.stop(0);
        assertThatThrownBy(() -> acknowledgements.unacknowledge(ALERT, "Mia"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("elasticsearch.url");
    }

    @Test
    void nobody_acknowledges_without_a_name() {
        assertThatThrownBy(() -> acknowledgements.acknowledge(ALERT, "  ", TEN_PAST, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was acknowledged");
    }

    private void theAlertIsThere() {
        theAlertIsSearched(1);
    }

    private void theAlertIsSearched(int found) {
        then("POST /replybeat-alerts/_refresh?ignore_unavailable=true", 200, "{}");
        then("POST /replybeat-alerts/_count?ignore_unavailable=true", 200, "{\"count\":" + found + "}");
    }

    private void then(String request, int status, String answer) {
        script.add(new Exchange(request, status, answer));
    }

    private static String delete(long sequence) {
        return "DELETE /replybeat-acknowledgements/_doc/" + DOCUMENT + "?refresh=true&if_seq_no=" + sequence
                + "&if_primary_term=1";
    }

    private static String said(String by, Instant at, long sequence) {
        return "{\"_seq_no\":%d,\"_primary_term\":1,\"_source\":{\"alert_id\":\"%s\",\"by\":\"%s\",\"at\":\"%s\"}}"
                .formatted(sequence, ALERT, by, at);
    }

    /** What was not to be asked is answered with a status that nobody expects, so that the call fails. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            Exchange next = script.isEmpty() ? new Exchange("nothing", 0, "") : script.remove();
            boolean asScripted = next.request().equals(request);
            byte[] answer = (asScripted ? next.answer() : "expected " + next.request() + ", not " + request)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asScripted ? next.status() : 418, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
