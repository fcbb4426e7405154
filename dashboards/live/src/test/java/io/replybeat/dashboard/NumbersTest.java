package io.replybeat.dashboard;

import static io.replybeat.dashboard.StubElasticsearch.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Tally;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the page says of windows and documents that a test made up. */
@Timeout(60)
class NumbersTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final SettableClock clock = new SettableClock(NOON);
    private StubElasticsearch elasticsearch;
    private LivePage page;

    @BeforeEach
    void start() throws Exception {
        elasticsearch = new StubElasticsearch();
        page = LivePage.start(LivePageConfig.local(0, elasticsearch.uri()).at(clock, Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        page.close();
        elasticsearch.close();
    }

    @Test
    void windows_are_merged_before_their_median_is_taken() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON.minusSeconds(60))
                        .firstResponses(10, 20, 30)
                        .count(Counter.WAITS_RECEIVED, 6)
                        .count(Counter.WAITS_NO_REPLY_NEEDED, 1)
                        .count(Counter.WAITS_ANSWERED, 4)
                        .json(),
                Window.minute("acme", NOON)
                        .firstResponses(100, 200)
                        .count(Counter.WAITS_RECEIVED, 3)
                        .count(Counter.MESSAGES_IN_PUBLIC, 7)
                        .count(Counter.MESSAGES_IN_DIRECT, 2)
                        .json());

        JsonNode numbers = ask("range=1h").path("numbers");

        // of 10 20 30 100 200: rank ⌈0.5·5⌉ = 3rd, rank ⌈0.9·5⌉ = 5th
        assertNumber(numbers, "first_response.p50_seconds", 30, 5);
        assertNumber(numbers, "first_response.p90_seconds", 200, 5);
        // 4 answered of 9 − 1
        assertNumber(numbers, "reply_rate", 0.5, 8);
        assertNumber(numbers, "messages_in", 9, 0);
    }

    @Test
    void hours_choose_what_is_timed_and_on_which_clock() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON)
                        .firstResponses(10, 20)
                        .firstResponsesOffHours(1_000)
                        .json());

        assertNumber(ask("hours=all").path("numbers"), "first_response.count", 3, 3);
        assertNumber(ask("hours=business").path("numbers"), "first_response.p90_seconds", 20, 3);
        assertNumber(ask("hours=business").path("numbers"), "first_response.p50_seconds", 10, 3);
        assertNumber(ask("hours=off").path("numbers"), "first_response.count", 1, 1);
        assertThat(ask("hours=off")
                        .at("/numbers/first_response.p50_seconds/value")
                        .asDouble())
                .isBetween(996.0, 1_004.0);
    }

    @Test
    void nothing_over_nothing_is_null_and_a_count_of_nothing_is_zero() throws Exception {
        JsonNode numbers = ask("brand=acme").path("numbers");

        assertThat(numbers.at("/reply_rate/value").isNull()).isTrue();
        assertThat(numbers.at("/first_response.p50_seconds/value").isNull()).isTrue();
        assertNumber(numbers, "messages_in", 0, 0);
        assertNumber(numbers, "first_response.count", 0, 0);
    }

    @Test
    void the_same_hour_a_week_ago_stands_beside() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON.minus(WEEK))
                        .count(Counter.MESSAGES_IN_PUBLIC, 4)
                        .json(),
                Window.minute("acme", NOON).count(Counter.MESSAGES_IN_PUBLIC, 9).json(),
                Window.minute("acme", NOON.minus(WEEK).minusSeconds(3_600))
                        .count(Counter.MESSAGES_IN_PUBLIC, 100)
                        .json());

        JsonNode number = ask("range=1h").at("/numbers/messages_in");

        assertThat(number.path("value").asLong()).isEqualTo(9);
        assertThat(number.path("before").asLong()).isEqualTo(4);
    }

    @Test
    void of_an_hour_that_has_just_begun_last_week_counts_as_many_minutes() throws Exception {
        clock.set(NOON.plusSeconds(150));
        elasticsearch.holds(
                "windows",
                Window.hour("acme", NOON.minus(WEEK).minusSeconds(3_600))
                        .count(Counter.MESSAGES_IN_PUBLIC, 1_000)
                        .json(),
                Window.hour("acme", NOON.minus(WEEK))
                        .count(Counter.MESSAGES_IN_PUBLIC, 100)
                        .json(),
                Window.minute("acme", NOON.minus(WEEK).plusSeconds(120))
                        .count(Counter.MESSAGES_IN_PUBLIC, 4)
                        .json(),
                Window.minute("acme", NOON.minus(WEEK).plusSeconds(180))
                        .count(Counter.MESSAGES_IN_PUBLIC, 7)
                        .json());

        assertThat(ask("range=24h").at("/numbers/messages_in/before").asLong()).isEqualTo(1_004);
    }

    @Test
    void last_week_counts_no_minute_twice_where_hours_begin_at_half_past() throws Exception {
        Instant halfPast = NOON.minus(WEEK).minusSeconds(1_800);
        clock.set(NOON.plusSeconds(2_400));
        elasticsearch.holds(
                "windows",
                Window.hour("kolkata", halfPast)
                        .count(Counter.MESSAGES_IN_PUBLIC, 10)
                        .json(),
                Window.minute("kolkata", halfPast.plusSeconds(3_540))
                        .count(Counter.MESSAGES_IN_PUBLIC, 6)
                        .json(),
                Window.minute("kolkata", halfPast.plusSeconds(3_600))
                        .count(Counter.MESSAGES_IN_PUBLIC, 3)
                        .json());

        assertThat(ask("range=24h").at("/numbers/messages_in/before").asLong()).isEqualTo(13);
    }

    @Test
    void a_number_is_the_sum_of_the_points_of_its_chart_and_of_the_rows_by_brand() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON.minusSeconds(120))
                        .count(Counter.MESSAGES_IN_PUBLIC, 4)
                        .json(),
                Window.minute("acme", NOON).count(Counter.MESSAGES_IN_PUBLIC, 9).json(),
                Window.minute("other", NOON)
                        .count(Counter.MESSAGES_IN_DIRECT, 1)
                        .json());

        JsonNode snapshot = ask("range=15m");

        JsonNode points = snapshot.at("/points/series/messages_in");
        assertThat(points.size()).isEqualTo(15);
        assertThat(points.get(12).asLong()).isEqualTo(4);
        assertThat(points.get(14).asLong()).isEqualTo(10);
        assertNumber(snapshot.path("numbers"), "messages_in", 14, 0);
        assertThat(snapshot.at("/table/rows/0/value").asText()).isEqualTo("acme");
        assertNumber(snapshot.at("/table/rows/0/numbers"), "messages_in", 13, 0);
        assertNumber(snapshot.at("/table/rows/1/numbers"), "messages_in", 1, 0);
        // a point without measurement is no point at 0
        assertThat(snapshot.at("/points/series/first_response.p50_seconds/14").isNull())
                .isTrue();
    }

    @Test
    void a_slice_is_read_from_the_windows_of_its_cut() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON).count(Counter.MESSAGES_IN_PUBLIC, 9).json(),
                Window.minute("acme", NOON)
                        .of(Cut.TEAM, "t1")
                        .count(Counter.MESSAGES_IN_PUBLIC, 2)
                        .json(),
                Window.minute("acme", NOON)
                        .of(Cut.TEAM, "t2")
                        .count(Counter.MESSAGES_IN_PUBLIC, 3)
                        .json());

        JsonNode snapshot = ask("brand=acme&cut=team&value=t1");

        assertNumber(snapshot.path("numbers"), "messages_in", 2, 0);
        assertThat(snapshot.at("/table/rows").size()).isEqualTo(2);
        assertThat(snapshot.at("/table/of_slice").asBoolean()).isFalse();
    }

    @Test
    void today_begins_at_each_brands_own_midnight() throws Exception {
        Instant tokyoMidnight = Instant.parse("2026-03-03T15:00:00Z");
        Instant londonMidnight = Instant.parse("2026-03-04T00:00:00Z");
        elasticsearch.holds(
                "windows",
                Window.day("tokyo", tokyoMidnight).json(),
                Window.day("london", londonMidnight).json(),
                Window.hour("tokyo", tokyoMidnight)
                        .count(Counter.MESSAGES_IN_PUBLIC, 1)
                        .json(),
                Window.hour("tokyo", tokyoMidnight.minusSeconds(3_600))
                        .count(Counter.MESSAGES_IN_PUBLIC, 10)
                        .json(),
                Window.hour("london", tokyoMidnight)
                        .count(Counter.MESSAGES_IN_PUBLIC, 100)
                        .json(),
                Window.hour("london", londonMidnight)
                        .count(Counter.MESSAGES_IN_PUBLIC, 1_000)
                        .json());

        JsonNode snapshot = ask("range=today");

        assertNumber(snapshot.path("numbers"), "messages_in", 1_001, 0);
        assertThat(snapshot.at("/view/from").asText()).isEqualTo("2026-03-03T15:00:00Z");
        assertThat(ask("range=today&brand=london").at("/view/from").asText()).isEqualTo("2026-03-04T00:00:00Z");
    }

    @Test
    void messages_of_today_are_of_today_and_those_of_a_team_are_of_its_conversations() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.day("acme", Instant.parse("2026-03-04T00:00:00Z")).json());
        elasticsearch.holds(
                "conversations",
                json(
                        """
                {"brand": "acme", "conversation_id": "c1", "team_id": "t1", "last_event_at": "2026-03-04T11:00:00Z"}"""));
        elasticsearch.holds(
                "messages",
                json(
                        """
                        {"brand": "acme", "conversation_id": "c1", "event_id": "e1", "occurred_at": "2026-03-03T23:00:00Z"}"""),
                json(
                        """
                        {"brand": "acme", "conversation_id": "c1", "event_id": "e2", "occurred_at": "2026-03-04T01:00:00Z"}"""),
                json(
                        """
                        {"brand": "acme", "conversation_id": "c2", "event_id": "e3", "occurred_at": "2026-03-04T02:00:00Z"}"""));

        String team = "/api/messages?brand=acme&range=today&cut=team&value=t1";
        assertThat(get(page.uri().resolve("/api/messages?brand=acme&range=today"))
                        .findValuesAsText("event_id"))
                .containsExactly("e2", "e3");
        assertThat(get(page.uri().resolve(team)).findValuesAsText("event_id")).containsExactly("e2");
    }

    @Test
    void what_came_most_often_stands_with_its_count_a_week_ago() throws Exception {
        elasticsearch.holds(
                "windows",
                Window.minute("acme", NOON)
                        .tally(Tally.TOPICS, "billing", 3)
                        .tally(Tally.TOPICS, "outage", 5)
                        .json(),
                Window.minute("acme", NOON.minus(WEEK))
                        .tally(Tally.TOPICS, "billing", 7)
                        .json());

        assertThat(ask("").at("/top/topics"))
                .isEqualTo(
                        json(
                                """
                [{"name": "outage", "count": 5, "before": 0}, {"name": "billing", "count": 3, "before": 7}]"""));
    }

    @Test
    void of_those_who_wait_the_oldest_come_first_with_the_target_that_is_due_next() throws Exception {
        elasticsearch.holds(
                "conversations",
                json(
                        """
                {"brand": "acme", "conversation_id": "c1", "network": "x", "team_id": "t1", "tier": 3, "status": "open",
                 "open_wait_since": "2026-03-04T11:00:00Z", "waiting_messages": 2,
                 "sla": {"first_response": {"due_at": "2026-03-04T12:05:00Z", "outcome": "running"},
                         "next_reply": {"due_at": "2026-03-04T12:01:00Z", "outcome": "running"}}}"""));

        JsonNode now = ask("").path("now");

        assertThat(now.path("waiting").asLong()).isEqualTo(1);
        assertThat(now.at("/oldest/0"))
                .isEqualTo(
                        json(
                                """
                {"brand": "acme", "conversation_id": "c1", "network": "x", "agent": null, "team": "t1", "tier": 3,
                 "topic": null, "language": null, "since": "2026-03-04T11:00:00Z", "messages": 2,
                 "target": "next_reply", "due_at": "2026-03-04T12:01:00Z", "outcome": "running"}"""));
    }

    @Test
    void alerts_that_fire_are_there_whatever_the_range_with_whoever_took_them() throws Exception {
        elasticsearch.holds(
                "alerts",
                json(
                        """
                        {"id": "a1", "brand": "acme", "state": "firing", "since": "2026-03-01T10:00:00Z",
                         "updated_at": "2026-03-01T11:00:00Z", "title": "old and firing"}"""),
                json(
                        """
                        {"id": "a2", "brand": "acme", "state": "resolved", "since": "2026-03-01T10:00:00Z",
                         "updated_at": "2026-03-01T11:00:00Z", "title": "old and over"}"""),
                json(
                        """
                        {"id": "a3", "brand": "acme", "state": "resolved", "since": "2026-03-04T11:30:00Z",
                         "updated_at": "2026-03-04T11:40:00Z", "title": "over a moment ago"}"""));
        elasticsearch.holds(
                "acknowledgements",
                json("""
                {"alert_id": "a1", "by": "kim", "at": "2026-03-01T10:05:00Z"}"""));

        JsonNode alerts = ask("range=1h").path("alerts");

        assertThat(alerts.findValuesAsText("id")).containsExactly("a1", "a3");
        assertThat(alerts.at("/0/acknowledged/by").asText()).isEqualTo("kim");
        assertThat(alerts.at("/1/acknowledged").isNull()).isTrue();
    }

    @Test
    void the_pipelines_health_is_that_of_its_least_advanced_sink() throws Exception {
        elasticsearch.holds(
                "rejected",
                json("""
                {"arrived_at": "2026-03-04T11:59:00Z"}"""),
                json("""
                {"arrived_at": "2026-03-01T11:59:00Z"}"""));
        elasticsearch.holds(
                "health",
                json(
                        """
                {"sink": "windows", "at": "2026-03-04T11:59:58Z", "event_time": "2026-03-04T11:59:50Z", "delivered": 5,
                 "retried": 1, "rejected": 0, "pending": 2, "oldest_pending_at": "2026-03-04T11:59:57Z"}"""),
                json(
                        """
                {"sink": "windows", "at": "2026-03-04T11:59:59Z", "event_time": "2026-03-04T11:59:56Z", "delivered": 6,
                 "retried": 0, "rejected": 1, "pending": 0}"""),
                json(
                        """
                {"sink": "facts", "at": "2026-03-04T11:00:00Z", "event_time": "2026-03-04T10:00:00Z", "delivered": 9}"""));

        assertThat(ask("range=1h").path("health"))
                .isEqualTo(
                        json(
                                """
                {"newest_event_at": null, "rejected": 2, "rejected_in_range": 1, "late": 0, "late_in_range": 0,
                 "event_time": "2026-03-04T11:59:50Z", "lag_seconds": 10,
                 "sinks": [{"sink": "windows", "at": "2026-03-04T11:59:58Z", "delivered": 11, "retried": 1, "rejected": 1,
                            "pending": 2, "oldest_pending_seconds": 3}]}"""));
    }

    @Test
    void markup_in_a_name_arrives_as_text() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>\"\\</script>\u2028data: x\n\nevent: y";
        elasticsearch.holds(
                "windows",
                Window.minute(hostile, NOON)
                        .count(Counter.MESSAGES_IN_PUBLIC, 1)
                        .json());

        assertThat(ask("").at("/table/rows/0/value").asText()).isEqualTo(hostile);
        try (EventStream stream = EventStream.open(page.uri())) {
            assertThat(stream.next().data().at("/table/rows/0/value").asText()).isEqualTo(hostile);
        }
    }

    @Test
    void every_number_has_a_definition() throws Exception {
        JsonNode definitions = get(page.uri().resolve("/api/definitions"));
        JsonNode numbers = ask("").path("numbers");

        numbers.fieldNames()
                .forEachRemaining(
                        name -> assertThat(definitions.has(name)).as(name).isTrue());
        assertThat(definitions).allSatisfy(number -> {
            assertThat(number.path("title").asText()).isNotBlank();
            assertThat(number.path("unit").asText()).isIn("count", "seconds", "share", "score");
            assertThat(number.path("definition").asText())
                    .hasSizeGreaterThan(40)
                    .matches("(?s).*[.?]");
        });
    }

    /** A fresh page asks at once; this one would only after an hour. */
    private JsonNode ask(String view) throws Exception {
        return get(page.uri().resolve("/api/snapshot?" + view));
    }

    private static JsonNode get(URI uri) throws Exception {
        return json(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }

    private static void assertNumber(JsonNode numbers, String name, double value, long of) {
        assertThat(numbers.path(name).path("value").asDouble(-1)).as(name).isEqualTo(value);
        assertThat(numbers.path(name).path("of").asLong(-1))
                .as("samples of " + name)
                .isEqualTo(of);
    }
}
