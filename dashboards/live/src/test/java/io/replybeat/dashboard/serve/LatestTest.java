package io.replybeat.dashboard.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final List<Push> line = new ArrayList<>();
    private final Latest latest = new Latest(line::add);

    @Test
    void a_slow_page_skips_to_the_newest_snapshot() {
        latest.push(snapshot(1));
        latest.push(snapshot(2));
        latest.push(snapshot(3));
        assertThat(line).containsExactly(snapshot(1));

        latest.sent();
        assertThat(line).containsExactly(snapshot(1), snapshot(3));
    }

    @Test
    void a_heartbeat_never_takes_the_place_of_a_snapshot() {
        latest.push(snapshot(1));
        latest.push(snapshot(2));
        latest.push(heartbeat(2));
        latest.sent();

        assertThat(line).containsExactly(snapshot(1), snapshot(2));
    }

    @Test
    void a_page_that_has_caught_up_gets_the_next_push_at_once() {
        latest.push(snapshot(1));
        latest.push(snapshot(2));
        latest.sent();
        latest.sent();
        latest.push(heartbeat(2));

        assertThat(line).containsExactly(snapshot(1), snapshot(2), heartbeat(2));
    }

    private static Push snapshot(int id) {
        return new Push(Feed.SNAPSHOT, "run-" + id, "{}");
    }

    private static Push heartbeat(int id) {
        return new Push(Feed.HEARTBEAT, "run-" + id, "{}");
    }
}
