package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.story.Story;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When is a care team told that answers get late, and when that all is well again? At the very instants, by event time alone. */
class SlaAlertsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TEN = "2026-03-04T10:00:00Z";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What arrives when event time has come to "now", whenever it happened. */
    private final List<Event> afterwards = new ArrayList<>();

    private String alerts = "{all_clear: 5m, cool_down: 0s}";
    private String sla = "[{tier: 3, first_response: 20m}, {first_response: 1h, next_reply: 30m}]";

    @Test
    void an_answer_that_does_not_come_is_at_risk_after_four_fifths_of_its_time_and_overdue_at_its_end() {
        List<JsonNode> told = told("2026-03-04T11:30:00Z", asked("c1", TEN));

        JsonNode risk = alert(told, "sla_at_risk");
        JsonNode breach = alert(told, "sla_breached");
        assertThat(risk.get("since").asText()).isEqualTo("2026-03-04T10:48:00Z");
        assertThat(breach.get("since").asText()).isEqualTo("2026-03-04T11:00:00Z");
        assertThat(breach.get("fired_at").asText()).isEqualTo("2026-03-04T11:00:00Z");
        assertThat(breach.get("severity").asText()).isEqualTo("critical");
        assertThat(breach.get("subject").asText()).isEqualTo("none");
        assertThat(breach.at("/evidence/conversation_ids/0").asText()).isEqualTo("c1");
        assertThat(breach.at("/evidence/message_ids/0").asText()).isEqualTo("c1-e1");
        assertThat(breach.get("why").asText())
                .isEqualTo("1 answer is overdue in conversations without a tier. First: the first response in c1,"
                        + " asked for at 2026-03-04T10:00:00Z, due at 2026-03-04T11:00:00Z.");
    }

    @Test
    void an_answer_in_time_calls_nobody_also_at_the_due_instant_itself() {
        assertThat(told("2026-03-04T12:00:00Z", asked("c1", TEN).after("40m").agentReplies("ana")))
                .isEmpty();

        assertThat(told("2026-03-04T12:00:00Z", asked("c1", TEN).after("60m").agentReplies("ana")))
                .extracting(alert -> alert.get("rule").asText())
                .containsExactly("sla_at_risk");
    }

    @Test
    void the_answer_clears_it_after_the_all_clear() {
        List<JsonNode> told =
                told("2026-03-04T12:30:00Z", asked("c1", TEN).after("70m").agentReplies("ana"));

        assertThat(alert(told, "sla_at_risk").get("resolved_at").asText()).isEqualTo("2026-03-04T11:05:00Z");
        assertThat(alert(told, "sla_breached").get("resolved_at").asText()).isEqualTo("2026-03-04T11:15:00Z");
    }

    @Test
    void many_late_answers_of_a_tier_are_one_alert_that_is_told_again_when_they_have_doubled() {
        List<Story> stories = new ArrayList<>();
        for (int customer = 0; customer < 8; customer++) {
            stories.add(asked("c" + customer, "2026-03-04T10:0%d:00Z".formatted(customer)));
        }
        List<JsonNode> told = told("2026-03-04T11:30:00Z", stories.toArray(Story[]::new));

        JsonNode breach = alert(told, "sla_breached");
        assertThat(told).hasSize(2);
        assertThat(breach.get("revision").asInt()).isEqualTo(4);
        assertThat(breach.get("value").asInt()).isEqualTo(8);
        assertThat(breach.at("/evidence/conversation_ids")).hasSize(8);
    }

    @Test
    void tiers_have_their_own_alerts_and_a_conversation_moves_with_its_tier() {
        List<JsonNode> told =
                told("2026-03-04T10:45:00Z", asked("c1", TEN).after("30m").tier(3));

        assertThat(told)
                .extracting(alert ->
                        alert.get("rule").asText() + " " + alert.get("subject").asText())
                .containsExactly("sla_breached 3");
        assertThat(told.get(0).get("since").asText()).isEqualTo("2026-03-04T10:30:00Z");
    }

    @Test
    void a_conversation_that_is_closed_owes_nothing() {
        assertThat(told("2026-03-04T12:00:00Z", asked("c1", TEN).after("30m").status(Status.NO_REPLY_NEEDED)))
                .isEmpty();
    }

    @Test
    void a_pause_stops_the_active_clock() {
        sla = "[{clock: active_business, first_response: 1h}]";
        assertThat(told("2026-03-04T12:00:00Z", asked("c1", TEN).after("30m").status(Status.SNOOZED)))
                .isEmpty();
    }

    @Test
    void what_is_overdue_for_a_day_is_backlog_and_no_alert_any_more() {
        List<JsonNode> told = told("2026-03-06T10:00:00Z", asked("c1", TEN));

        assertThat(alert(told, "sla_breached").get("resolved_at").asText()).isEqualTo("2026-03-05T11:05:00Z");
    }

    @Test
    void how_much_time_is_a_risk_can_be_set() {
        alerts = "{sla_at_risk: 50%}";

        List<JsonNode> told = told("2026-03-04T10:40:00Z", asked("c1", TEN));

        assertThat(alert(told, "sla_at_risk").get("since").asText()).isEqualTo("2026-03-04T10:30:00Z");
    }

    @Test
    void an_answer_that_arrives_late_ends_what_is_owed_when_it_arrives() {
        List<Event> conversation =
                asked("c1", TEN).after("40m").agentReplies("ana").events();
        afterwards.add(conversation.get(1));
        afterwards.addAll(Story.of("other", "c9")
                .at("2026-03-04T11:00:00Z")
                .customerWrites()
                .events());

        List<JsonNode> told = told("2026-03-04T10:50:00Z", List.of(conversation.get(0)));

        assertThat(told)
                .extracting(alert ->
                        alert.get("rule").asText() + " " + alert.get("state").asText())
                .containsExactly("sla_at_risk resolved");
    }

    @Test
    void a_copy_of_an_earlier_answer_that_arrives_late_ends_nothing() {
        List<Event> conversation = asked("c1", TEN)
                .after("1m")
                .agentReplies("ana")
                .after("1m")
                .customerWrites()
                .events();
        afterwards.add(conversation.get(1));
        afterwards.addAll(Story.of("other", "c9")
                .at("2026-03-04T10:40:00Z")
                .customerWrites()
                .events());

        List<JsonNode> told = told("2026-03-04T10:20:00Z", conversation);

        assertThat(alert(told, "sla_breached").get("since").asText()).isEqualTo("2026-03-04T10:32:00Z");
    }

    @Test
    void how_many_must_be_late_at_once_can_be_set() {
        alerts = "{sla_minimum: 3}";
        List<Story> stories = new ArrayList<>();
        for (int customer = 0; customer < 3; customer++) {
            stories.add(asked("c" + customer, "2026-03-04T10:0%d:00Z".formatted(customer)));
        }

        List<JsonNode> told = told("2026-03-04T11:30:00Z", stories.toArray(Story[]::new));

        assertThat(alert(told, "sla_breached").get("fired_at").asText()).isEqualTo("2026-03-04T11:02:00Z");
    }

    @Test
    void asked_and_answered_in_the_same_instant_owes_nothing() {
        assertThat(told("2026-03-04T12:00:00Z", asked("c1", TEN).agentReplies("ana")))
                .isEmpty();
    }

    @Test
    void a_tier_set_in_the_instant_of_the_question_leaves_nothing_in_another_tier() {
        List<JsonNode> told = told(
                "2026-03-04T12:00:00Z", asked("c1", TEN).tier(3).after("10m").agentReplies("ana"));

        assertThat(told).isEmpty();
    }

    @Test
    void a_conversation_that_is_reopened_is_one_late_answer_and_its_reply_ends_the_alert() {
        sla = "[{resolution: 1h}]";
        List<JsonNode> told = told(
                "2026-03-04T13:00:00Z",
                asked("c1", TEN)
                        .after("30m")
                        .status(Status.PENDING)
                        .after("1m")
                        .status(Status.OPEN)
                        .after("1m")
                        .tier(2)
                        .after("1m")
                        .tier(0)
                        .after("57m")
                        .resolvedBy("ana"));

        assertThat(alert(told, "sla_breached").get("value").asInt()).isEqualTo(1);
        assertThat(alert(told, "sla_breached").get("resolved_at").asText()).isEqualTo("2026-03-04T11:35:00Z");
    }

    @Test
    void a_second_breach_is_told_at_its_instant_however_soon_after_the_first_was_over() {
        alerts = "{all_clear: 1m, cool_down: 2h}";
        List<JsonNode> told = told(
                "2026-03-04T12:30:00Z",
                asked("c1", TEN).after("61m").agentReplies("ana"),
                asked("c2", "2026-03-04T10:10:00Z"));

        assertThat(told)
                .filteredOn(alert -> alert.get("rule").asText().equals("sla_breached"))
                .extracting(alert -> alert.get("fired_at").asText())
                .containsExactly("2026-03-04T11:00:00Z", "2026-03-04T11:10:00Z");
    }

    private static Story asked(String conversation, String at) {
        return Story.of("acme", conversation).at(at).customerWrites();
    }

    /** The alerts, as they stand when event time has come to {@code now}, moved by another brand. */
    private List<JsonNode> told(String now, Story... stories) {
        List<Event> events = new ArrayList<>();
        for (Story story : stories) {
            events.addAll(story.events());
        }
        return told(now, events);
    }

    private List<JsonNode> told(String now, List<Event> inTime) {
        List<Event> events = new ArrayList<>(inTime);
        events.sort(Event.TIMELINE_ORDER);
        String mover = Instant.parse(now).plus(PATIENCE).plusMillis(1).toString();
        events.addAll(Story.of("other", "c0").at(mover).customerWrites().events());
        events.addAll(afterwards);
        Brands brands = Brands.parse("brands: {acme: {sla: %s, alerts: %s}}".formatted(sla, alerts));
        Map<String, String> documents = new PipelineRun("sla-" + System.identityHashCode(events))
                .with(options -> options.with(brands).with(Options.ENRICHMENT_ENABLED, false))
                .patience(PATIENCE)
                .over(events);
        return documents.entrySet().stream()
                .filter(document -> document.getKey().startsWith("alerts"))
                .map(document -> json(document.getValue()))
                .toList();
    }

    private static JsonNode alert(List<JsonNode> alerts, String rule) {
        List<JsonNode> found = alerts.stream()
                .filter(alert -> alert.get("rule").asText().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
