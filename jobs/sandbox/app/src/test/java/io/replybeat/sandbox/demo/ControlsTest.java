package io.replybeat.sandbox.demo;

import static io.replybeat.dashboard.DemoControls.Happening.AGENTS_GO_HOME;
import static io.replybeat.dashboard.DemoControls.Happening.BILLING_OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.dashboard.DemoControls;
import io.replybeat.dashboard.DemoControls.Happening;
import io.replybeat.sandbox.simulator.Player;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Instant now = START;
    private boolean catchingUp;
    private final Traffic traffic = new Traffic(Settings.demo(1, 60, START, List.of()));
    private final Player player = new Player(traffic, null, Player.Ticker.wall(), progress -> {});
    private final DemoControls controls = new Controls(traffic, player, () -> now, () -> catchingUp);

    @Test
    void at_first_it_goes_at_the_usual_speed_and_nothing_happens() {
        assertThat(controls.state()).isEqualTo(new DemoControls.State(1, false, false, List.of()));
    }

    @Test
    void the_state_says_what_was_asked_for() {
        controls.speed(60);
        controls.paused(true);
        catchingUp = true;
        controls.happen(AGENTS_GO_HOME);
        assertThat(controls.state()).isEqualTo(new DemoControls.State(60, true, true, List.of(AGENTS_GO_HOME)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.09, 60.1, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_speed_beyond_the_bounds_is_refused_and_changes_nothing(double factor) {
        assertThatThrownBy(() -> controls.speed(factor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.1 to 60");
        assertThat(controls.state().speed()).isEqualTo(1);
    }

    @Test
    void the_speed_stays_until_the_history_is_played() {
        catchingUp = true;
        assertThatThrownBy(() -> controls.speed(60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the history is still being played; try again when the page is live");
        assertThat(controls.state().speed()).isEqualTo(1);
        assertThat(arrivals(traffic))
                .isEqualTo(arrivals(new Traffic(Settings.demo(1, 60, START, List.of()))))
                .isPositive();

        catchingUp = false;
        controls.speed(60);
        assertThat(controls.state().speed()).isEqualTo(60);
    }

    private static long arrivals(Traffic traffic) {
        return traffic.until(START.plus(Duration.ofHours(1)), delivery -> {});
    }

    @Test
    void what_is_begun_while_the_history_is_played_is_no_part_of_it() {
        catchingUp = true;
        now = START.plus(Duration.ofHours(1));
        controls.happen(BILLING_OUTAGE);
        assertThat(arrivals(traffic)).isEqualTo(arrivals(new Traffic(Settings.demo(1, 60, START, List.of()))));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_happens_ends_by_itself(Happening happening) {
        controls.happen(happening);
        assertThat(controls.state().running()).containsExactly(happening);
        now = START.plus(Duration.ofHours(1));
        assertThat(controls.state().running()).isEmpty();
    }

    @Test
    void asked_for_again_while_it_goes_on_it_happens_once() {
        controls.happen(BILLING_OUTAGE);
        now = START.plus(Duration.ofMinutes(9));
        controls.happen(BILLING_OUTAGE);
        assertThat(controls.state().running()).containsExactly(BILLING_OUTAGE);
        now = START.plus(Duration.ofMinutes(11));
        assertThat(controls.state().running()).isEmpty();
    }
}
