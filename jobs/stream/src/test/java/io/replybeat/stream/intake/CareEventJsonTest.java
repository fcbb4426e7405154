package io.replybeat.stream.intake;

import static io.replybeat.stream.intake.CareEventIntakeTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CareEventJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Origin HERE = new Origin.File("events.jsonl", 7, 0);

    private final CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, NOW::toEpochMilli);

    @Test
    void the_example_of_the_definitions_is_read() {
        Event event = accepted(
                """
                {"event_id":"e1","type":"message","brand":"acme","conversation_id":"c1","network":"x",\
                "occurred_at":"2026-03-04T10:00:00Z","direction":"inbound","visibility":"public",\
                "author":{"id":"u1","kind":"customer"},"text":"…"}""");

        assertThat(event)
                .isEqualTo(new Event(
                        "e1",
                        0,
                        "acme",
                        "c1",
                        "x",
                        Instant.parse("2026-03-04T10:00:00Z").toEpochMilli(),
                        Event.UNKNOWN,
                        0,
                        new Payload.Message(
                                Payload.Direction.INBOUND,
                                Payload.Visibility.PUBLIC,
                                new Payload.Author("u1", Payload.Author.Kind.CUSTOMER),
                                null,
                                false,
                                null,
                                null,
                                null,
                                List.of(),
                                null)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T10:00:00Z, 2026-03-04T10:00:00Z",
        "2026-03-04T10:00:00.5Z, 2026-03-04T10:00:00.500Z",
        "2026-03-04T10:00:00.123456Z, 2026-03-04T10:00:00.123Z",
        "2026-03-04T10:00:00+01:00, 2026-03-04T09:00:00Z",
        "2026-03-04T10:00:00.250-05:30, 2026-03-04T15:30:00.250Z",
        "2026-03-04T10:00Z, 2026-03-04T10:00:00Z"
    })
    void times_come_with_any_offset_and_any_fraction(String written, String meant) {
        assertThat(accepted(handoff("\"occurred_at\":\"" + written + "\"")).occurredAt())
                .isEqualTo(Instant.parse(meant).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"2026-03-04\"",
                "\"2026-03-04T10:00:00\"",
                "\"2026-02-30T10:00:00Z\"",
                "1772618400000",
                "true",
                "{}",
                "\"+999999999-12-31T23:59:59Z\""
            })
    void what_is_no_time_is_a_bad_value(String written) {
        assertRejected(read(handoff("\"occurred_at\":" + written)), Reason.BAD_VALUE, "occurred_at");
    }

    @Test
    void a_time_that_is_not_there_is_missing() {
        assertRejected(read(handoff("\"x\":1")), Reason.MISSING_FIELD, "occurred_at");
        assertRejected(read(handoff("\"occurred_at\":null")), Reason.MISSING_FIELD, "occurred_at");
        assertRejected(read(handoff("\"occurred_at\":\"\"")), Reason.MISSING_FIELD, "occurred_at");
    }

    @Test
    void what_nobody_knows_is_ignored_and_so_is_what_this_type_does_not_have() {
        Event event = accepted(handoff("\"occurred_at\":\"2026-03-04T10:00:00Z\",\"status\":\"delivered\","
                + "\"author\":[1,{}],\"colour\":{\"deep\":[null]},\"tier\":\"gold\""));

        assertThat(event.payload()).isEqualTo(new Payload.BotHandoff());
    }

    @Test
    void ids_may_be_numbers_and_null_is_absent() {
        Event event = accepted(
                """
                {"event_id":12345678901234567890,"type":"assignment","brand":"acme","conversation_id":7,"network":"x",\
                "occurred_at":"2026-03-04T10:00:00Z","agent_id":99,"team_id":null,"revision":null}""");

        assertThat(event.eventId()).isEqualTo("12345678901234567890");
        assertThat(event.payload()).isEqualTo(new Payload.Assignment("99", null));
    }

    @Test
    void each_type_reads_its_own_fields() {
        assertThat(payload(
                        "\"type\":\"status\",\"status\":\"no_reply_needed\",\"actor\":{\"id\":\"b1\",\"kind\":\"bot\"},"
                                + "\"team_id\":\"t1\""))
                .isEqualTo(new Payload.StatusChange(
                        Payload.Status.NO_REPLY_NEEDED, new Payload.Author("b1", Payload.Author.Kind.BOT), "t1"));
        assertThat(payload("\"type\":\"status\",\"status\":\"open\",\"actor\":{}"))
                .isEqualTo(new Payload.StatusChange(Payload.Status.OPEN, null, null));
        assertThat(payload("\"type\":\"tagging\",\"added\":[\"topic:billing\",\" \"],\"tier\":2,\"priority\":\"high\""))
                .isEqualTo(new Payload.Tagging(List.of("topic:billing"), List.of(), 2, "high"));
        assertThat(payload("\"type\":\"bot_handoff\"")).isEqualTo(new Payload.BotHandoff());
    }

    @Test
    void a_sentiment_without_a_score_counts_as_its_label() {
        assertThat(message("\"sentiment\":{\"label\":\"negative\"}").sentiment())
                .isEqualTo(new Payload.Sentiment(Payload.Sentiment.Label.NEGATIVE, -1));
        assertThat(message("\"sentiment\":{\"label\":\"positive\",\"score\":0.25}")
                        .sentiment())
                .isEqualTo(new Payload.Sentiment(Payload.Sentiment.Label.POSITIVE, 0.25));
        assertThat(message("\"sentiment\":null").sentiment()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'type':'rating'; UNKNOWN_TYPE; type",
                "'type':''; MISSING_FIELD; type",
                "'x':1; MISSING_FIELD; type",
                "'type':'status'; MISSING_FIELD; status",
                "'type':'status','status':'closed'; BAD_VALUE; status",
                "'type':'status','status':'unknown'; BAD_VALUE; status",
                "'type':'status','status':'open','actor':{'id':'a1'}; MISSING_FIELD; actor.kind",
                "'type':'status','status':'open','actor':'a1'; BAD_VALUE; actor",
                "'type':'tagging','tier':4; BAD_VALUE; tier",
                "'type':'tagging','tier':'2'; BAD_VALUE; tier",
                "'type':'tagging','added':'vip'; BAD_VALUE; added",
                "'type':'tagging','added':{'a':'b'}; BAD_VALUE; added",
                "'type':'tagging','revision':-1; BAD_VALUE; revision",
                "'type':'tagging','revision':3000000000; BAD_VALUE; revision",
                "'type':'tagging','sequence':1.5; BAD_VALUE; sequence",
                "'type':'tagging','brand':['acme']; BAD_VALUE; brand",
                "'type':'tagging','brand':''; MISSING_FIELD; brand",
                "'type':'tagging','brand':null; MISSING_FIELD; brand",
                "'type':'message'; MISSING_FIELD; direction",
                "'type':'message','direction':'sideways'; BAD_VALUE; direction",
                "'type':'message','direction':'inbound'; MISSING_FIELD; visibility",
                "'type':'message','direction':'inbound','visibility':'public'; MISSING_FIELD; author",
                "'type':'message','direction':'inbound','visibility':'public','author':{}; MISSING_FIELD; author.kind",
                "'type':'message','direction':'inbound','visibility':'public','author':{'kind':'customer'};"
                        + " MISSING_FIELD; author.id",
                "'type':'message','direction':'inbound','visibility':'public','author':{'id':'u','kind':'pet'};"
                        + " BAD_VALUE; author.kind",
                "'type':'message','direction':'inbound','visibility':'public','author':{'id':'u','kind':'bot'},"
                        + "'sentiment':{'label':'neutral','score':7}; BAD_VALUE; sentiment.score",
                "'type':'message','direction':'inbound','visibility':'public','author':{'id':'u','kind':'bot'},"
                        + "'sentiment':{'score':0.1}; MISSING_FIELD; sentiment.label"
            })
    void what_is_wrong_is_told_by_reason_and_field(String fields, Reason reason, String field) {
        assertRejected(read(envelope(fields.replace('\'', '"'))), reason, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'type':'message','message':{'direction':'inbound'}; MISSING_FIELD; direction",
                "'type':'message','direction':'inbound','message':{'visibility':'public'}; MISSING_FIELD; visibility",
                "'type':'message','payload':{'direction':'inbound'}; MISSING_FIELD; direction",
                "'type':'status','status':{'status':'resolved'}; BAD_VALUE; status",
                "'type':'status','payload':{'status':'resolved'}; MISSING_FIELD; status",
                "'type':'assignment','assignment':{'agent_id':'a1'}; BAD_VALUE; assignment",
                "'type':'tagging','tagging':{'added':['vip']}; BAD_VALUE; tagging",
                "'bot_handoff':{}; MISSING_FIELD; type",
                "'payload':{'io.replybeat.schema.Tagging':{'tier':1}}; MISSING_FIELD; type"
            })
    void a_payload_in_an_object_of_its_own_is_told_where_it_belongs(String fields, Reason reason, String field) {
        Arrival arrival = read(envelope(fields.replace('\'', '"')));

        assertRejected(arrival, reason, field);
        assertThat(((Rejection) arrival).detail())
                .contains("the payload's fields stand beside `type`, not in an object");
    }

    @Test
    void an_object_beside_the_payload_is_ignored_as_anything_else_that_nobody_knows() {
        assertThat(payload("\"type\":\"assignment\",\"agent_id\":\"a1\",\"assignment\":{\"agent_id\":\"a2\"}"))
                .isEqualTo(new Payload.Assignment("a1", null));
        assertThat(payload("\"type\":\"assignment\",\"assignment\":{\"rule\":7}"))
                .isEqualTo(new Payload.Assignment(null, null));
        assertThat(payload("\"type\":\"bot_handoff\",\"bot_handoff\":{}")).isEqualTo(new Payload.BotHandoff());
        assertThat(payload("\"type\":\"status\",\"status\":\"open\",\"payload\":{}"))
                .isEqualTo(new Payload.StatusChange(Payload.Status.OPEN, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "[1]", "\"text\"", "{\"a\":1", "{} {}", "null", "{\"a\":\"\u0000\"}"})
    void what_is_no_object_is_undecodable(String line) {
        assertRejected(read(line), Reason.UNDECODABLE, null);
    }

    @Test
    void a_tower_of_brackets_does_not_break_the_reader() {
        assertRejected(read("[".repeat(500_000)), Reason.UNDECODABLE, null);
        assertRejected(read("{\"a\":".repeat(100_000)), Reason.UNDECODABLE, null);
    }

    private Payload.Message message(String sentiment) {
        return (Payload.Message) payload("\"type\":\"message\",\"direction\":\"inbound\",\"visibility\":\"direct\","
                + "\"author\":{\"id\":\"u1\",\"kind\":\"customer\"}," + sentiment);
    }

    private Payload payload(String fields) {
        return accepted(envelope(fields)).payload();
    }

    private static String envelope(String fields) {
        return "{\"event_id\":\"e1\",\"brand\":\"acme\",\"conversation_id\":\"c1\",\"network\":\"x\","
                + "\"occurred_at\":\"2026-03-04T10:00:00Z\"," + fields + "}";
    }

    private static String handoff(String fields) {
        return "{\"event_id\":\"e1\",\"type\":\"bot_handoff\",\"brand\":\"acme\",\"conversation_id\":\"c1\","
                + "\"network\":\"x\"," + fields + "}";
    }

    private Arrival read(String line) {
        return intake.fromJson(line, HERE);
    }

    private Event accepted(String line) {
        Arrival arrival = read(line);
        assertThat(arrival).isInstanceOf(Arrival.Accepted.class);
        return ((Arrival.Accepted) arrival).event();
    }
}
