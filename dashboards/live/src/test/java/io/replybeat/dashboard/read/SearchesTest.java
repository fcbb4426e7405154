package io.replybeat.dashboard.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:34:56.789Z");

    @Test
    void the_last_hour_is_the_running_minute_and_the_59_before_it() {
        Search search = new Windows("replybeat").ofBrands(Range.HOUR, NOW);

        assertThat(search.alias()).isEqualTo("replybeat-windows");
        assertThat(search.body().at("/query").toString())
                .contains("{\"term\":{\"cut\":\"brand\"}}")
                .contains("{\"term\":{\"size\":\"1m\"}}")
                .contains("{\"range\":{\"start\":{\"gte\":\"2026-03-04T11:35:00Z\"}}}");
    }

    @Test
    void today_is_the_day_that_holds_this_instant_whatever_its_zone() {
        assertThat(new Windows("replybeat")
                        .ofBrands(Range.TODAY, NOW)
                        .body()
                        .at("/query")
                        .toString())
                .contains("{\"term\":{\"size\":\"1d\"}}")
                .contains("{\"range\":{\"start\":{\"lte\":\"2026-03-04T12:34:56.789Z\"}}}")
                .contains("{\"range\":{\"end\":{\"gt\":\"2026-03-04T12:34:56.789Z\"}}}");
    }

    @Test
    void open_waits_are_found_by_their_start_and_the_age_bands_leave_no_gap() {
        Search search = new Conversations("brandnew").waiting(NOW);
        JsonNode ranges = search.body().at("/aggs/brand/aggs/age/date_range/ranges");

        assertThat(search.alias()).isEqualTo("brandnew-conversations");
        assertThat(search.body().path("query").toString()).isEqualTo("{\"exists\":{\"field\":\"open_wait_since\"}}");
        assertThat(ranges.size()).isEqualTo(4);
        assertThat(ranges.path(0).has("to")).isFalse();
        for (int band = 1; band < ranges.size(); band++) {
            assertThat(ranges.path(band).path("to"))
                    .isEqualTo(ranges.path(band - 1).path("from"));
        }
        assertThat(ranges.path(3).has("from")).isFalse();
    }
}
