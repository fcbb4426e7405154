package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.care.metric.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivePageTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z");
    private static final Duration QUICKLY = Duration.ofMillis(20);
    private static final Duration ONCE = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(NOON);
    private StubElasticsearch elasticsearch;
    private LivePage page;

    @BeforeEach
    void start() throws Exception {
        elasticsearch = new StubElasticsearch();
    }

    @AfterEach
    void stop() {
        page.close();
        elasticsearch.close();
    }

    @Test
    void waiting_customers_are_counted_with_the_oldest_and_by_age() throws Exception {
        JsonNode waiting = snapshot(acme().waitingSince(
                                NOON.minusSeconds(15 * 60),
                                NOON.minusSeconds(15 * 60 + 1),
                                NOON.minusSeconds(3_601),
                                NOON.minusSeconds(86_400)))
                .at("/brands/0/waiting");

        assertThat(waiting.path("customers").asLong()).isEqualTo(4);
        assertThat(waiting.path("oldest_since").asText()).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(waiting.path("bands")).map(JsonNode::asLong).containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void the_minutes_of_the_last_hour_are_merged_before_their_median_is_taken() throws Exception {
        JsonNode hour = snapshot(acme().minutes(
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
                                        .json()))
                .at("/brands/0/ranges/hour");

        // of 10 20 30 100 200: rank ⌈0.5·5⌉ = 3rd, rank ⌈0.9·5⌉ = 5th
        assertNumber(hour, "first_response_median", 30.0, 5);
        assertNumber(hour, "first_response_p90", 200.0, 5);
        // 4 answered of 9 − 1
        assertNumber(hour, "reply_rate", 0.5, 8);
        assertNumber(hour, "messages_in", 9.0, 0);
    }

    @Test
    void today_is_read_from_the_day_that_runs_now() throws Exception {
        JsonNode today = snapshot(acme().days(Window.day("acme", MIDNIGHT)
                        .count(Counter.CONVERSATIONS_OPENED, 8)
                        .count(Counter.CONVERSATIONS_RESOLVED_NOW, 2)
                        .json()))
                .at("/brands/0/ranges/today");

        assertNumber(today, "resolution_rate", 0.25, 8);
    }

    @Test
    void nothing_over_nothing_is_null_and_a_count_of_nothing_is_zero() throws Exception {
        JsonNode hour = snapshot(acme()).at("/brands/0/ranges/hour");

        assertThat(hour.at("/reply_rate/value").isNull()).isTrue();
        assertThat(hour.at("/first_response_median/value").isNull()).isTrue();
        assertNumber(hour, "messages_in", 0.0, 0);
    }

    @Test
    void every_number_comes_with_its_definition() throws Exception {
        JsonNode numbers = snapshot(acme()).path("numbers");

        assertThat(numbers.size()).isEqualTo(8);
        assertThat(numbers).allSatisfy(number -> {
            assertThat(number.path("title").asText()).isNotBlank();
            assertThat(number.path("unit").asText()).isIn("count", "seconds", "share");
            assertThat(number.path("definition").asText())
                    .hasSizeGreaterThan(60)
                    .endsWith(".");
        });
    }

    @Test
    void freshness_is_the_newest_event_of_all_brands() throws Exception {
        JsonNode snapshot = snapshot(acme(), StubBrand.named("other", NOON.minusSeconds(2)));

        assertThat(snapshot.path("newest_event_at").asText()).isEqualTo("2026-03-04T11:59:58Z");
        assertThat(snapshot.at("/brands/0/last_event_at").asText()).isEqualTo("2026-03-04T11:59:55Z");
    }

    @Test
    void a_brand_with_nothing_but_a_wait_is_shown_and_brands_stand_in_the_order_of_names() throws Exception {
        JsonNode snapshot =
                snapshot(StubBrand.named("zebra", NOON).waitingSince(NOON), StubBrand.named("Beta", NOON), acme());

        assertThat(snapshot.path("brands"))
                .map(brand -> brand.path("brand").asText())
                .containsExactly("acme", "Beta", "zebra");
    }

    @Test
    void before_the_first_event_there_are_no_brands_and_nothing_is_wrong() throws Exception {
        JsonNode snapshot = snapshot();

        assertThat(snapshot.path("brands").isEmpty()).isTrue();
        assertThat(snapshot.path("state").asText()).isEqualTo("live");
        assertThat(snapshot.path("stale").isNull()).isTrue();
        assertThat(snapshot.path("newest_event_at").isNull()).isTrue();
    }

    @Test
    void markup_in_the_name_of_a_brand_arrives_as_text() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>\"\\</script>\u2028data: x\n\nevent: y";

        JsonNode snapshot = snapshot(StubBrand.named(hostile, NOON));

        assertThat(snapshot.at("/brands/0/brand").asText()).isEqualTo(hostile);
    }

    @Test
    void a_large_snapshot_arrives_whole() throws Exception {
        StubBrand[] brands = IntStream.range(0, 150)
                .mapToObj(i -> StubBrand.named("brand " + i + " " + "ü".repeat(500), NOON))
                .toArray(StubBrand[]::new);

        assertThat(snapshot(brands).path("brands").size()).isEqualTo(150);
    }

    @Test
    void a_change_is_pushed_under_a_new_id_and_no_change_is_a_heartbeat() throws Exception {
        elasticsearch.holds(acme());
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            EventStream.Event first = stream.next(LivePageTest::hasBrands);
            EventStream.Event beat = stream.next();
            clock.set(NOON.plusSeconds(1));
            elasticsearch.holds(acme().waitingSince(NOON));
            EventStream.Event second = stream.next(EventStream.Event::isSnapshot);

            assertThat(beat.name()).isEqualTo("heartbeat");
            assertThat(beat.id()).isEqualTo(first.id());
            assertThat(at(beat)).isEqualTo("2026-03-04T12:00:00Z");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.data().at("/brands/0/waiting/customers").asLong()).isEqualTo(1);
        }
    }

    @Test
    void a_page_that_comes_back_gets_what_it_missed_at_once() throws Exception {
        elasticsearch.holds(acme());
        start(QUICKLY);
        String seen;
        try (EventStream stream = EventStream.open(page.uri())) {
            seen = stream.next(LivePageTest::hasBrands).id();
            elasticsearch.holds(acme().waitingSince(NOON));
            stream.next(EventStream.Event::isSnapshot);
        }
        try (EventStream stream = EventStream.open(page.uri(), seen)) {
            EventStream.Event missed = stream.next();

            assertThat(missed.name()).isEqualTo("snapshot");
            assertThat(missed.id()).isNotEqualTo(seen);
            assertThat(missed.data().at("/brands/0/waiting/customers").asLong()).isEqualTo(1);
        }
    }

    @Test
    void fifty_pages_ask_elasticsearch_as_often_as_one() throws Exception {
        elasticsearch.holds(acme());
        start(ONCE);
        List<EventStream> pages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pages.add(EventStream.open(page.uri()));
        }
        for (EventStream stream : pages) {
            stream.next(LivePageTest::hasBrands);
            stream.close();
        }

        assertThat(elasticsearch.requests).hasSize(1);
    }

    @Test
    void while_elasticsearch_fails_the_last_good_data_stays_and_says_since_when_it_is_stale() throws Exception {
        elasticsearch.holds(acme());
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            stream.next(LivePageTest::hasBrands);
            clock.set(NOON.plusSeconds(5));
            stream.next(event -> at(event).endsWith(":05Z"));
            elasticsearch.answersWith(503);
            JsonNode stale = stream.next(EventStream.Event::isSnapshot).data();
            clock.set(NOON.plusSeconds(9));
            EventStream.Event beat = stream.next(event -> at(event).endsWith(":09Z"));
            elasticsearch.answersWith(200);
            JsonNode recovered = stream.next(EventStream.Event::isSnapshot).data();

            assertThat(stale.at("/stale/since").asText()).isEqualTo("2026-03-04T12:00:05Z");
            assertThat(stale.at("/stale/problem").asText()).isEqualTo("Elasticsearch answered with status 503");
            assertThat(stale.at("/brands/0/brand").asText()).isEqualTo("acme");
            assertThat(beat.name()).isEqualTo("heartbeat");
            assertThat(recovered.path("stale").isNull()).isTrue();
            assertThat(recovered.at("/brands/0/brand").asText()).isEqualTo("acme");
        }
    }

    @Test
    void an_elasticsearch_that_is_not_there_is_named_and_the_page_starts_all_the_same() throws Exception {
        elasticsearch.close();
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            JsonNode data =
                    stream.next(event -> event.data().path("stale").isObject()).data();

            assertThat(data.path("state").asText()).isEqualTo("starting");
            assertThat(data.at("/stale/problem").asText()).isEqualTo("Elasticsearch does not answer");
        }
    }

    @Test
    void an_answer_from_a_part_of_the_shards_is_no_answer() throws Exception {
        elasticsearch.holds(acme());
        elasticsearch.losesShards(1);
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            JsonNode data =
                    stream.next(event -> event.data().path("stale").isObject()).data();

            assertThat(data.at("/stale/problem").asText())
                    .isEqualTo("Elasticsearch answered from a part of the data only");
            assertThat(data.path("brands").isEmpty()).isTrue();
        }
    }

    private static StubBrand acme() {
        return StubBrand.named("acme", NOON.minusSeconds(5));
    }

    private JsonNode snapshot(StubBrand... brands) throws Exception {
        elasticsearch.holds(brands);
        start(ONCE);
        try (EventStream stream = EventStream.open(page.uri())) {
            return stream.next(event -> event.data().path("state").asText().equals("live"))
                    .data();
        }
    }

    private void start(Duration pollInterval) {
        page = LivePage.start(
                new LivePageConfig(0, "127.0.0.1", elasticsearch.uri(), "replybeat", clock, pollInterval));
    }

    private static String at(EventStream.Event event) {
        return event.data().path("at").asText();
    }

    private static boolean hasBrands(EventStream.Event event) {
        return event.isSnapshot() && !event.data().path("brands").isEmpty();
    }

    private static void assertNumber(JsonNode range, String key, double value, long of) {
        assertThat(range.path(key).path("value").asDouble(-1)).as(key).isEqualTo(value);
        assertThat(range.path(key).path("of").asLong(-1))
                .as("samples of " + key)
                .isEqualTo(of);
    }
}
