package io.replybeat.care.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final List<String> ODD_NAMES =
            List.of("", "a", "a|b", "|", "%7C", "%", "%25", "ü 日本", "a%7Cb", "%257C");

    @Test
    void a_key_is_readable() {
        assertThat(new Series("acme", Cut.NETWORK, "x").key()).isEqualTo("acme|network|x");
        assertThat(Series.ofBrand("acme").key()).isEqualTo("acme|brand|acme");
    }

    @Test
    void every_series_is_found_again_from_its_key_and_no_two_share_one() {
        Set<String> keys = new HashSet<>();
        for (String brand : ODD_NAMES) {
            for (Cut cut : Cut.values()) {
                for (String value : ODD_NAMES) {
                    Series series = new Series(brand, cut, value);
                    assertThat(Series.parse(series.key())).isEqualTo(series);
                    keys.add(series.key());
                }
            }
        }
        assertThat(keys).hasSize(ODD_NAMES.size() * Cut.values().length * ODD_NAMES.size());
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThatThrownBy(() -> Series.parse("acme|network")).hasMessageContaining("brand|cut|value");
        assertThatThrownBy(() -> Series.parse("acme|planet|mars")).isInstanceOf(IllegalArgumentException.class);
    }
}
