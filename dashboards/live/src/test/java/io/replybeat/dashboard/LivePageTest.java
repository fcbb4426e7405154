package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How pages get what they show, and what they show when something is away. */
@Timeout(60)
class LivePageTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
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
    void before_the_first_event_there_is_nothing_and_nothing_is_wrong() throws Exception {
        start(ONCE);
        try (EventStream stream = EventStream.open(page.uri())) {
            JsonNode snapshot = stream.next(LivePageTest::isLive).data();

            assertThat(snapshot.path("stale").isNull()).isTrue();
            assertThat(snapshot.path("newest_event_at").isNull()).isTrue();
            assertThat(snapshot.at("/now/waiting").asLong(-1)).isZero();
            assertThat(snapshot.at("/numbers/reply_rate/value").isNull()).isTrue();
            assertThat(snapshot.path("demo").isNull()).isTrue();
        }
    }

    @Test
    void a_change_is_pushed_under_a_new_id_and_no_change_is_a_heartbeat() throws Exception {
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            EventStream.Event first = stream.next(LivePageTest::isLive);
            EventStream.Event beat = stream.next();
            elasticsearch.holdsWaiting(1);
            EventStream.Event second = stream.next(EventStream.Event::isSnapshot);

            assertThat(beat.name()).isEqualTo("heartbeat");
            assertThat(beat.id()).isEqualTo(first.id());
            assertThat(at(beat)).isEqualTo("2026-03-04T12:00:00Z");
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(waiting(second)).isEqualTo(1);
        }
    }

    @Test
    void a_page_that_comes_back_gets_what_it_missed_at_once() throws Exception {
        start(QUICKLY);
        String seen;
        try (EventStream stream = EventStream.open(page.uri())) {
            seen = stream.next(LivePageTest::isLive).id();
            elasticsearch.holdsWaiting(1);
            stream.next(EventStream.Event::isSnapshot);
        }
        try (EventStream stream = EventStream.open(page.uri(), seen)) {
            EventStream.Event missed = stream.next();

            assertThat(missed.name()).isEqualTo("snapshot");
            assertThat(missed.id()).isNotEqualTo(seen);
            assertThat(waiting(missed)).isEqualTo(1);
        }
    }

    @Test
    void fifty_pages_of_one_view_ask_elasticsearch_as_often_as_one() throws Exception {
        start(ONCE);
        List<EventStream> pages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pages.add(EventStream.open(page.uri()));
        }
        for (EventStream stream : pages) {
            stream.next(LivePageTest::isLive);
            stream.close();
        }

        assertThat(elasticsearch.requests).hasSize(1);
    }

    @Test
    void another_view_is_another_question_and_each_page_gets_its_own() throws Exception {
        elasticsearch.holdsWaiting(1);
        start(ONCE);
        try (EventStream all = EventStream.open(page.uri());
                EventStream other = EventStream.of(page.uri().resolve("/api/live?brand=other"), null)) {

            assertThat(waiting(all.next(LivePageTest::isLive))).isEqualTo(1);
            assertThat(waiting(other.next(LivePageTest::isLive))).isZero();
            assertThat(elasticsearch.requests).hasSize(2);
        }
    }

    @Test
    void while_elasticsearch_fails_the_last_good_data_stays_and_says_since_when_it_is_stale() throws Exception {
        elasticsearch.holdsWaiting(1);
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            stream.next(LivePageTest::isLive);
            clock.set(NOON.plusSeconds(5));
            stream.next(event -> at(event).endsWith(":05Z"));
            elasticsearch.answersWith(503);
            EventStream.Event stale =
                    stream.next(event -> event.data().path("stale").isObject());
            clock.set(NOON.plusSeconds(9));
            EventStream.Event beat = stream.next(event -> at(event).endsWith(":09Z"));
            elasticsearch.answersWith(200);
            EventStream.Event recovered = stream.next(
                    event -> event.isSnapshot() && event.data().path("stale").isNull());

            assertThat(stale.data().at("/stale/since").asText()).isEqualTo("2026-03-04T12:00:05Z");
            assertThat(stale.data().at("/stale/problem").asText()).isEqualTo("Elasticsearch answered with status 503");
            assertThat(waiting(stale)).isEqualTo(1);
            assertThat(beat.name()).isEqualTo("heartbeat");
            assertThat(waiting(recovered)).isEqualTo(1);
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
        elasticsearch.losesShards(1);
        start(QUICKLY);
        try (EventStream stream = EventStream.open(page.uri())) {
            JsonNode data =
                    stream.next(event -> event.data().path("stale").isObject()).data();

            assertThat(data.at("/stale/problem").asText())
                    .isEqualTo("Elasticsearch answered from a part of the data only");
            assertThat(data.has("now")).isFalse();
        }
    }

    private void start(Duration pollInterval) {
        page = LivePage.start(LivePageConfig.local(0, elasticsearch.uri()).at(clock, pollInterval));
    }

    private static String at(EventStream.Event event) {
        return event.data().path("at").asText();
    }

    private static long waiting(EventStream.Event event) {
        return event.data().at("/now/waiting").asLong(-1);
    }

    private static boolean isLive(EventStream.Event event) {
        return event.isSnapshot() && event.data().path("state").asText().equals("live");
    }
}
