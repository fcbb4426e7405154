package io.replybeat.stream.receiver;

import static io.replybeat.stream.receiver.AlertExamples.TEN_O_CLOCK;
import static io.replybeat.stream.receiver.AlertExamples.critical;
import static io.replybeat.stream.receiver.AlertExamples.fired;
import static io.replybeat.stream.receiver.AlertExamples.resolved;
import static io.replybeat.stream.receiver.AlertExamples.updated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Severity;
import io.replybeat.stream.document.DocumentJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What receivers are told, word for word. */
class ReceiverWordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI URL = URI.create("https://receiver.example/told");
    private static final AlertLink LINK = AlertLink.parse("https://care.example/alerts?id={id}");
    private static final long NOW = TEN_O_CLOCK + 5 * 60_000;

    /** What a customer may write to call a channel, to break out of a text, or to be seen in full. */
    private static final String HOSTILE = "<!channel> @here & <https://evil.example|refund>\n*now* \"}]\u202Ecba";

    private static final List<MessageText> TEXTS = List.of(MessageText.of("e1", HOSTILE));

    private static final Alert HOSTILE_NAMES = AlertExamples.of(
            "<@U1> & Söhne", "a|b", TEN_O_CLOCK, Change.FIRED, 1, Severity.WARNING, false, Evidence.NONE);

    private static JsonNode told(Receiver receiver, Alert alert, Alert before, List<MessageText> texts) {
        try {
            return JSON.readTree(
                    receiver.call(new Telling(alert, before, texts, NOW)).body());
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static JsonNode told(Receiver receiver, Alert alert) {
        return told(receiver, alert, null, List.of());
    }

    @Nested
    class Alertmanager {

        private final Receiver receiver =
                new AlertmanagerReceiver(URI.create("http://am:9093/"), Duration.ofMinutes(1), "Bearer t0ken", LINK);

        @Test
        void a_firing_alert_ends_after_five_repeats_unless_it_is_repeated() {
            JsonNode posted = told(receiver, fired("billing"));
            assertThat(posted).hasSize(1);
            assertThat(posted.at("/0/labels").toString())
                    .isEqualTo("{\"alertname\":\"volume_spike\",\"brand\":\"acme\",\"cut\":\"topic\","
                            + "\"subject\":\"billing\",\"severity\":\"warning\","
                            + "\"alert_id\":\"volume_spike|acme|topic|billing|2026-03-04T10:00:00Z\"}");
            assertThat(posted.at("/0/startsAt").asText()).isEqualTo("2026-03-04T10:00:00Z");
            assertThat(posted.at("/0/endsAt").asText()).isEqualTo("2026-03-04T10:10:00Z");
            assertThat(posted.at("/0/generatorURL").asText()).isEqualTo(LINK.of(fired("billing")));
        }

        @Test
        void annotations_say_why_with_numbers_and_where_to_look() {
            JsonNode annotations = told(receiver, fired("billing")).at("/0/annotations");
            assertThat(annotations.path("summary").asText())
                    .isEqualTo("acme, topic billing: More messages than usual at this hour");
            assertThat(annotations.path("why").asText()).startsWith("84 messages");
            assertThat(annotations.path("value").asText()).isEqualTo("84");
            assertThat(annotations.path("expected").asText()).isEqualTo("9 to 36");
            assertThat(annotations.path("causes").asText())
                    .isEqualTo(
                            "topic billing: 80 instead of 20 (95 % of the change); network x: 70 instead of 15 (87 % of the change)");
            assertThat(annotations.path("message_ids").asText()).isEqualTo("e1 e2");
            assertThat(annotations).allMatch(JsonNode::isTextual);
        }

        @Test
        void an_end_is_told_with_its_own_instant_but_never_ahead_of_the_clock_or_before_the_start() {
            assertThat(told(receiver, resolved("billing", 3)).at("/0/endsAt").asText())
                    .isEqualTo("2026-03-04T10:03:00Z");
            assertThat(told(receiver, resolved("billing", 30)).at("/0/endsAt").asText())
                    .isEqualTo("2026-03-04T10:05:00Z");
            Alert ahead = AlertExamples.of(
                    "acme", "x", NOW + 60_000, Change.RESOLVED, 1, Severity.WARNING, false, Evidence.NONE);
            assertThat(told(receiver, ahead).at("/0/endsAt").asText())
                    .isEqualTo(told(receiver, ahead).at("/0/startsAt").asText());
        }

        @Test
        void as_the_severity_is_a_label_the_former_alert_ends_when_it_becomes_graver() {
            JsonNode posted = told(receiver, critical("billing", Change.UPDATED, 2), fired("billing"), List.of());
            assertThat(posted).hasSize(2);
            assertThat(posted.at("/0/labels/severity").asText()).isEqualTo("critical");
            assertThat(posted.at("/0/endsAt").asText()).isEqualTo("2026-03-04T10:10:00Z");
            assertThat(posted.at("/1/labels/severity").asText()).isEqualTo("warning");
            assertThat(posted.at("/1/endsAt").asText()).isEqualTo("2026-03-04T10:02:00Z");
        }

        @Test
        void it_goes_to_the_API_with_the_token() {
            HttpCall call = receiver.call(new Telling(fired("billing"), null, List.of(), NOW));
            assertThat(call.url()).hasToString("http://am:9093/api/v2/alerts");
            assertThat(call.headers()).containsEntry("Authorization", "Bearer t0ken");
            assertThat(call.toString()).doesNotContain("t0ken");
        }
    }

    @Nested
    class Slack {

        private final Receiver receiver = new SlackReceiver(URL, LINK);

        @Test
        void a_channel_reads_what_is_the_matter_why_and_where_it_comes_from() {
            JsonNode message = told(receiver, fired("billing"));
            assertThat(message.path("text").asText())
                    .isEqualTo("Warning: acme, topic billing: More messages than usual at this hour");
            JsonNode attachment = message.at("/attachments/0");
            assertThat(attachment.path("text").asText()).startsWith("84 messages in 5 minutes");
            assertThat(attachment.path("title_link").asText()).isEqualTo(LINK.of(fired("billing")));
            assertThat(attachment.path("fields").findValuesAsText("value"))
                    .containsExactly(
                            "messages: 84",
                            "9 to 36",
                            "topic billing: 80 instead of 20 (95 % of the change)\nnetwork x: 70 instead of 15 (87 % of the change)",
                            "network x");
        }

        @Test
        void the_bar_has_the_colour_of_the_severity_and_is_green_at_the_end() {
            assertThat(color(fired("billing"))).isEqualTo("#f9a825");
            assertThat(color(critical("billing", Change.FIRED, 1))).isEqualTo("#d32f2f");
            assertThat(color(critical("billing", Change.RESOLVED, 2))).isEqualTo("#2e7d32");
        }

        private String color(Alert alert) {
            return told(receiver, alert).at("/attachments/0/color").asText();
        }

        @Test
        void the_headline_tells_what_has_happened() {
            assertThat(told(receiver, critical("x", Change.UPDATED, 2))
                            .path("text")
                            .asText())
                    .startsWith("Still firing, now critical: acme");
            assertThat(told(receiver, resolved("x", 2)).path("text").asText()).startsWith("Resolved: acme");
        }

        @Test
        void nothing_that_somebody_writes_or_is_named_calls_anybody_or_is_read_as_markup() {
            JsonNode quoted = told(receiver, fired("billing"), null, TEXTS).at("/attachments/0/fields/4");
            assertThat(quoted.path("value").asText())
                    .isEqualTo(
                            "“&lt;!channel&gt; @\u200bhere &amp; &lt;https://evil.example|refund&gt; *now* \"}] cba”");
            JsonNode message = told(receiver, HOSTILE_NAMES);
            assertThat(message.path("text").asText()).contains("&lt;@\u200bU1&gt; &amp; Söhne");
            assertThat(message.path("mrkdwn").asBoolean(true)).isFalse();
            assertThat(message.at("/attachments/0/mrkdwn_in")).isEmpty();
            for (JsonNode text : List.of(
                    message.path("text"),
                    message.at("/attachments/0/title"),
                    message.at("/attachments/0/fallback"),
                    message.at("/attachments/0/footer"))) {
                assertThat(text.asText()).contains("Söhne").doesNotContain("<", ">", "@U1");
            }
        }
    }

    @Nested
    class PagerDuty {

        private final Receiver receiver = new PagerDutyReceiver(URL, "r0uting", LINK);

        @Test
        void a_firing_alert_triggers_an_incident_under_its_id() {
            JsonNode event = told(receiver, critical("billing", Change.FIRED, 1));
            assertThat(event.path("routing_key").asText()).isEqualTo("r0uting");
            assertThat(event.path("event_action").asText()).isEqualTo("trigger");
            assertThat(event.path("dedup_key").asText())
                    .isEqualTo(fired("billing").id());
            assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
            assertThat(event.at("/payload/source").asText()).isEqualTo("acme");
            assertThat(event.at("/payload/summary").asText())
                    .isEqualTo("acme, topic billing: More messages than usual at this hour. "
                            + "84 messages in 5 minutes where 9 to 36 are usual.");
            assertThat(event.at("/payload/timestamp").asText()).isEqualTo("2026-03-04T10:00:00Z");
            assertThat(event.at("/payload/custom_details/evidence/message_ids/0")
                            .asText())
                    .isEqualTo("e1");
            assertThat(event.at("/links/0/href").asText()).isEqualTo(LINK.of(fired("billing")));
        }

        @Test
        void its_end_resolves_the_incident() {
            assertThat(told(receiver, resolved("billing", 4)).toString())
                    .isEqualTo("{\"routing_key\":\"r0uting\",\"event_action\":\"resolve\",\"dedup_key\":\""
                            + fired("billing").id() + "\"}");
        }

        @Test
        void a_key_that_is_too_long_for_pagerduty_is_shortened_and_still_tells_alerts_apart() {
            String one = key("ü".repeat(300) + "1");
            String other = key("ü".repeat(300) + "2");
            assertThat(one).hasSizeLessThanOrEqualTo(255).startsWith("volume_spike|acme|topic|ü");
            assertThat(other).isNotEqualTo(one);
        }

        private String key(String topic) {
            return told(receiver, fired(topic)).path("dedup_key").asText();
        }
    }

    @Nested
    class Webhook {

        private static final String SECRET = "correct horse battery staple";
        private final Receiver receiver = new WebhookReceiver(URL, SECRET, LINK);

        @Test
        void a_moment_is_a_cloud_event_with_the_alert_as_its_data() {
            JsonNode event = told(receiver, resolved("billing", 3));
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("id").asText())
                    .isEqualTo(resolved("billing", 3).idempotencyKey());
            assertThat(event.path("source").asText()).isEqualTo("/replybeat/acme");
            assertThat(event.path("type").asText()).isEqualTo("io.replybeat.alert.resolved");
            assertThat(event.path("subject").asText())
                    .isEqualTo(fired("billing").id());
            assertThat(event.path("time").asText()).isEqualTo("2026-03-04T10:03:00Z");
            assertThat(event.at("/data/state").asText()).isEqualTo("resolved");
            assertThat(event.at("/data/link").asText()).isEqualTo(LINK.of(fired("billing")));
            assertThat(told(receiver, updated("billing", 2)).path("type").asText())
                    .isEqualTo("io.replybeat.alert.updated");
        }

        @Test
        void whoever_knows_the_secret_can_check_that_it_comes_from_here_and_when() throws Exception {
            HttpCall call = receiver.call(new Telling(fired("billing"), null, List.of(), NOW));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(((NOW / 1_000) + "." + new String(call.body(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(call.headers())
                    .containsEntry("Content-Type", "application/cloudevents+json")
                    .containsEntry(
                            "Replybeat-Signature",
                            "t=" + NOW / 1_000 + ",v1="
                                    + java.util.HexFormat.of().formatHex(mac.doFinal()));
            assertThat(new WebhookReceiver(URL, null, null)
                            .call(new Telling(fired("billing"), null, List.of(), NOW))
                            .headers())
                    .doesNotContainKey("Replybeat-Signature");
        }

        @Test
        void a_key_of_any_letters_fits_into_a_header() {
            HttpCall call = receiver.call(new Telling(HOSTILE_NAMES, null, List.of(), NOW));
            assertThat(call.headers())
                    .containsEntry(
                            "Idempotency-Key",
                            "volume_spike|<@U1>%20&%20S%C3%B6hne|topic|a%7Cb|2026-03-04T10:00:00Z#1");
            assertThat(told(receiver, HOSTILE_NAMES).path("source").asText())
                    .isEqualTo("/replybeat/%3C%40U1%3E%20%26%20S%C3%B6hne");
        }

        @Test
        void customers_words_stand_beside_the_ids_where_they_are_shown() {
            assertThat(told(receiver, fired("billing")).at("/data/messages").isMissingNode())
                    .isTrue();
            assertThat(told(receiver, fired("billing"), null, TEXTS)
                            .at("/data/messages/0")
                            .toString())
                    .startsWith("{\"id\":\"e1\",\"text\":\"<!channel> @here");
        }
    }

    @Test
    void a_text_is_one_line_of_280_characters_at_most_and_no_character_is_cut_in_two() {
        assertThat(MessageText.of("e1", "a\r\n\tb\u0000c").text()).isEqualTo("a b c");
        String smiles = MessageText.of("e1", "😀".repeat(400)).text();
        assertThat(smiles).isEqualTo("😀".repeat(279) + "…");
        assertThat(MessageText.of("e1", "x".repeat(280)).text()).isEqualTo("x".repeat(280));
    }

    @Test
    void numbers_are_said_as_people_say_them() {
        assertThat(Wording.number(1234)).isEqualTo("1234");
        assertThat(Wording.number(0.123456)).isEqualTo("0.123");
        assertThat(Wording.number(-0.5)).isEqualTo("-0.5");
        assertThat(Wording.number(Double.NaN)).isEqualTo("unknown");
        assertThat(Wording.usual(Measure.counted("authors", 3, 3))).isEmpty();
        assertThat(Wording.usual(new Measure("mean score", -1, 0.25, Double.NaN, Double.NaN, -0.5)))
                .isEqualTo("0.25");
    }

    @Test
    void every_receiver_escapes_what_json_must_escape() {
        Alert odd = AlertExamples.of(
                "\"}\u0001\\", "]", TEN_O_CLOCK, Change.FIRED, 1, Severity.WARNING, false, Evidence.NONE);
        for (Receiver receiver : List.of(
                new AlertmanagerReceiver(URL, Duration.ofMinutes(1), null, null),
                new SlackReceiver(URL, null),
                new PagerDutyReceiver(URL, "key", null),
                new WebhookReceiver(URL, null, null))) {
            assertThat(told(receiver, odd, null, TEXTS).toString()).contains("\\\"}\\u0001\\\\");
        }
        assertThat(new String(DocumentJson.encodeList(List.of()), StandardCharsets.UTF_8))
                .isEqualTo("[]");
    }
}
