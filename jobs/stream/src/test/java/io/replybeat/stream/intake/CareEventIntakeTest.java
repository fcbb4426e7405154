package io.replybeat.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.RandomEvents;
import io.replybeat.care.message.Said;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Tagging;
import io.replybeat.schema.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareEventIntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Origin HERE = new Origin.Kafka("events", 3, 42, NOW.toEpochMilli());

    private final CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, NOW::toEpochMilli);
    private final SingleObject<CareEvent> avro = SingleObject.ofCareEvents();
    private final CareEventJsonWriter json = new CareEventJsonWriter();

    @Test
    void what_a_collector_sends_in_avro_arrives_as_it_happened() {
        for (Event event : new RandomEvents(11).next(3_000)) {
            assertThat(accepted(avro(WireEvents.of(event)))).isEqualTo(event);
        }
    }

    @Test
    void the_same_event_arrives_from_a_line_of_json() {
        for (Event event : new RandomEvents(12).next(3_000)) {
            assertThat(accepted(intake.fromJson(json.write(WireEvents.of(event)), HERE)))
                    .isEqualTo(event);
        }
    }

    @Test
    void what_is_required_and_empty_is_missing_by_its_name() {
        assertRejected(avro(with("", "acme", "c1", "x")), Reason.MISSING_FIELD, "event_id");
        assertRejected(avro(with("e1", " ", "c1", "x")), Reason.MISSING_FIELD, "brand");
        assertRejected(avro(with("e1", "acme", "", "x")), Reason.MISSING_FIELD, "conversation_id");
        assertRejected(avro(with("e1", "acme", "c1", "")), Reason.MISSING_FIELD, "network");
    }

    @Test
    void an_inbound_message_names_its_author_and_a_reply_need_not() {
        Author nobody = new Author(null, AuthorKind.AGENT, null, null, null, null, null, null, null);

        assertRejected(avro(message(Direction.INBOUND, nobody, "hi")), Reason.MISSING_FIELD, "author.id");
        assertThat(accepted(avro(message(Direction.OUTBOUND, nobody, "hi"))).payload())
                .isInstanceOfSatisfying(
                        Payload.Message.class,
                        message -> assertThat(message.author().id()).isNull());
    }

    @Test
    void a_symbol_newer_than_this_release_is_a_bad_value() {
        assertRejected(avro(message(Direction.UNKNOWN, customer(), "hi")), Reason.BAD_VALUE, "direction");
    }

    @Test
    void tiers_are_one_two_and_three() {
        for (int tier : List.of(1, 2, 3)) {
            assertThat(accepted(avro(at(NOW, tagging(tier)))).payload())
                    .isEqualTo(new Payload.Tagging(List.of(), List.of(), tier, null));
        }
        for (int tier : List.of(-1, 0, 4)) {
            assertRejected(avro(at(NOW, tagging(tier))), Reason.BAD_VALUE, "tier");
        }
    }

    @Test
    void an_event_may_be_ten_minutes_ahead_of_the_clock_and_not_a_millisecond_more() {
        Instant tenMinutesAhead = NOW.plusSeconds(600);

        assertThat(accepted(avro(at(tenMinutesAhead, tagging(1)))).occurredAt())
                .isEqualTo(tenMinutesAhead.toEpochMilli());
        assertRejected(avro(at(tenMinutesAhead.plusMillis(1), tagging(1))), Reason.IN_THE_FUTURE, "occurred_at");
        assertRejected(
                avro(at(Instant.parse("2099-01-01T00:00:00Z"), tagging(1))), Reason.IN_THE_FUTURE, "occurred_at");
    }

    @Test
    void how_far_ahead_can_be_set() {
        CareEventIntake patient =
                new CareEventIntake(new Limits(1 << 20, 64 << 10, java.time.Duration.ofHours(1)), NOW::toEpochMilli);
        byte[] inFiftyMinutes = avro.encode(at(NOW.plusSeconds(3_000), tagging(1)));

        assertThat(patient.fromAvro(inFiftyMinutes, HERE)).isInstanceOf(Arrival.Accepted.class);
    }

    @Test
    void seconds_taken_for_milliseconds_are_a_bad_value() {
        Rejection rejection = rejected(avro(at(Instant.ofEpochMilli(NOW.getEpochSecond()), tagging(1))));

        assertThat(rejection.reason()).isEqualTo(Reason.BAD_VALUE);
        assertThat(rejection.detail()).contains("1970-01-21", "not seconds");
    }

    @Test
    void an_ingestion_time_that_cannot_be_is_taken_as_not_known() {
        CareEvent event = at(NOW, tagging(1));
        event.put("ingested_at", Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(accepted(avro(event)).ingestedAt()).isEqualTo(Event.UNKNOWN);
    }

    @Test
    void a_text_has_64_KiB_in_utf8_and_not_a_byte_more() {
        String full = "ü".repeat(32 << 10);

        assertThat(avro(message(Direction.INBOUND, customer(), full))).isInstanceOf(Arrival.Accepted.class);
        assertRejected(avro(message(Direction.INBOUND, customer(), full + "!")), Reason.TOO_LARGE, "text");
        assertThat(avro(message(Direction.INBOUND, customer(), ""))).isInstanceOf(Arrival.Accepted.class);
    }

    @Test
    void five_megabytes_are_not_even_decoded() {
        byte[] huge = "not even Avro".repeat(400_000).getBytes(StandardCharsets.US_ASCII);

        assertRejected(intake.fromAvro(huge, HERE), Reason.TOO_LARGE, null);
        assertThat(rejected(intake.fromAvro(huge, HERE)).original()).isSameAs(huge);
    }

    @Test
    void names_that_ids_cannot_be_made_of_are_refused() {
        assertRejected(avro(with("e1", "acme", "c".repeat(201), "x")), Reason.TOO_LARGE, "conversation_id");
        assertThat(avro(with("e1", "acme", "c".repeat(200), "x"))).isInstanceOf(Arrival.Accepted.class);
        assertRejected(
                intake.fromJson(line("\"conversation_id\":\"c\\ud800\""), HERE), Reason.BAD_VALUE, "conversation_id");
    }

    @Test
    void no_value_other_framings_and_unknown_schemas_each_have_their_reason() {
        assertRejected(intake.fromAvro(null, HERE), Reason.UNDECODABLE, null);
        assertRejected(intake.fromAvro(new byte[0], HERE), Reason.UNDECODABLE, null);
        assertRejected(
                intake.fromAvro("{\"event_id\":\"e1\"}".getBytes(StandardCharsets.UTF_8), HERE),
                Reason.UNDECODABLE,
                null);
        byte[] ofAnotherSchema = avro.encode(at(NOW, tagging(1)));
        ofAnotherSchema[5] ^= 1;
        assertRejected(intake.fromAvro(ofAnotherSchema, HERE), Reason.UNKNOWN_SCHEMA, null);
    }

    @Test
    void the_words_and_the_account_come_along_and_half_a_surrogate_pair_does_no_harm() {
        Arrival arrival = intake.fromJson(
                """
                {"event_id":"e1","type":"message","brand":"acme","conversation_id":"c1","network":"x",
                 "occurred_at":"2026-03-04T10:00:00Z","direction":"inbound","visibility":"public",
                 "author":{"id":"u1","kind":"customer","handle":"@mia","followers":-3,"verified":true,
                           "account_created_at":"2019-05-01T00:00:00Z"},
                 "in_reply_to":" ","text":"broken \\ud83d <b>"}""",
                HERE);

        assertThat(((Arrival.Accepted) arrival).said())
                .isEqualTo(new Said(
                        "broken \ufffd <b>",
                        null,
                        new Said.Profile(
                                "@mia",
                                null,
                                null,
                                true,
                                null,
                                null,
                                Instant.parse("2019-05-01T00:00:00Z").toEpochMilli())));
    }

    @Test
    void a_rejection_keeps_where_it_was_and_every_byte() {
        byte[] bytes = {1, 2, 3};
        Rejection rejection = rejected(intake.fromAvro(bytes, HERE));

        assertThat(rejection.origin()).isEqualTo(HERE);
        assertThat(rejection.original()).isEqualTo(bytes);
        assertThat(rejection.detail()).isNotBlank();
    }

    private Arrival avro(CareEvent event) {
        return intake.fromAvro(avro.encode(event), HERE);
    }

    private static Event accepted(Arrival arrival) {
        assertThat(arrival).isInstanceOf(Arrival.Accepted.class);
        return ((Arrival.Accepted) arrival).event();
    }

    private static Rejection rejected(Arrival arrival) {
        assertThat(arrival).isInstanceOf(Rejection.class);
        return (Rejection) arrival;
    }

    static void assertRejected(Arrival arrival, Reason reason, String field) {
        Rejection rejection = rejected(arrival);
        assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
    }

    private static String line(String conversationId) {
        return "{\"event_id\":\"e1\",\"type\":\"bot_handoff\",\"brand\":\"acme\"," + conversationId
                + ",\"network\":\"x\",\"occurred_at\":\"2026-03-04T10:00:00Z\"}";
    }

    private static CareEvent with(String eventId, String brand, String conversationId, String network) {
        return new CareEvent(eventId, 0, brand, conversationId, network, NOW, null, 0L, tagging(1));
    }

    private static CareEvent at(Instant time, Object payload) {
        return new CareEvent("e1", 0, "acme", "c1", "x", time, null, 0L, payload);
    }

    private static Tagging tagging(Integer tier) {
        return new Tagging(List.of(), List.of(), tier, null);
    }

    private static Author customer() {
        return new Author("u1", AuthorKind.CUSTOMER, null, null, null, null, null, null, null);
    }

    private static CareEvent message(Direction direction, Author author, String text) {
        return at(
                NOW,
                new Message(
                        direction,
                        Visibility.PUBLIC,
                        author,
                        text,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }
}
