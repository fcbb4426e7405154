package io.replybeat.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Parts parts = new Parts();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void what_started_last_is_stopped_first() {
        parts.started(part("broker"));
        parts.started(part("job"));
        parts.close();
        assertThat(stopped).containsExactly("job", "broker");
    }

    @Test
    void a_part_that_does_not_stop_cleanly_keeps_no_other_running() {
        parts.started(part("broker"));
        parts.started(() -> {
            throw new IllegalStateException("stuck");
        });
        parts.close();
        assertThat(stopped).containsExactly("broker");
    }

    @Test
    void a_part_that_comes_up_while_all_is_stopped_is_stopped_at_once() {
        parts.close();
        assertThatThrownBy(() -> parts.started(part("job"))).isInstanceOf(CancellationException.class);
        assertThat(stopped).containsExactly("job");
        assertThat(parts.isStopping()).isTrue();
    }

    @Test
    void stopping_twice_stops_each_part_once() {
        parts.started(part("broker"));
        parts.close();
        parts.close();
        assertThat(stopped).containsExactly("broker");
    }

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }
}
