package io.replybeat.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final long TEN_O_CLOCK = 1_772_618_400_000L;
    private static final Rejection BROKEN =
            new Rejection(Reason.UNDECODABLE, null, "", new Origin.Kafka("t", 0, 0, TEN_O_CLOCK), new byte[0]);

    private final EventTime eventTime = new EventTime(Duration.ofSeconds(10), Duration.ofSeconds(1));
    private final ManualClock clock = new ManualClock();
    private long wall = TEN_O_CLOCK;
    private final WatermarkGenerator<Arrival> watermarks = eventTime.generator(clock, () -> wall);
    private final Seen seen = new Seen();

    @Test
    void time_is_ten_seconds_behind_the_latest_event() {
        arrive(event(TEN_O_CLOCK));
        arrive(event(TEN_O_CLOCK - 60_000));
        watermarks.onPeriodicEmit(seen);

        assertThat(seen.watermark).isEqualTo(TEN_O_CLOCK - 10_000 - 1);
    }

    @Test
    void a_rejected_record_has_no_time_and_moves_none() {
        arrive(event(TEN_O_CLOCK));
        arrive(BROKEN);
        watermarks.onPeriodicEmit(seen);

        assertThat(timestampOf(BROKEN)).isEqualTo(EventTime.NONE);
        assertThat(seen.watermark).isEqualTo(TEN_O_CLOCK - 10_000 - 1);
    }

    @Test
    void a_partition_with_nothing_but_rejected_records_does_not_stop_time_for_the_others() {
        watermarks.onPeriodicEmit(seen);
        for (int second = 0; second < 33; second++) {
            clock.advanceTime(Duration.ofSeconds(1));
            arrive(BROKEN);
            watermarks.onPeriodicEmit(seen);
        }

        assertThat(seen.idle).isTrue();

        arrive(event(TEN_O_CLOCK));
        watermarks.onPeriodicEmit(seen);

        assertThat(seen.idle).isFalse();
    }

    @Test
    void a_partition_that_has_caught_up_holds_nobody_back_after_a_second_of_silence() {
        arrive(event(TEN_O_CLOCK - 2_000));
        after(Duration.ofMillis(1_000));
        assertThat(seen.idle).isFalse();

        after(Duration.ofMillis(1));
        assertThat(seen.idle).isTrue();
    }

    @Test
    void a_partition_that_lags_behind_the_clock_is_waited_for() {
        arrive(event(TEN_O_CLOCK - Duration.ofHours(1).toMillis()));
        after(EventTime.LAGGING_IDLE_AFTER);
        assertThat(seen.idle).isFalse();

        after(Duration.ofMillis(1));
        assertThat(seen.idle).isTrue();
    }

    private void after(Duration silence) {
        clock.advanceTime(silence);
        wall += silence.toMillis();
        watermarks.onPeriodicEmit(seen);
    }

    private void arrive(Arrival arrival) {
        watermarks.onEvent(arrival, timestampOf(arrival), seen);
    }

    private long timestampOf(Arrival arrival) {
        return eventTime.createTimestampAssigner(UnregisteredMetricsGroup::new).extractTimestamp(arrival, TEN_O_CLOCK);
    }

    private static Arrival event(long occurredAt) {
        return new Arrival.Accepted(
                new Event("e", 0, "acme", "c1", "x", occurredAt, Event.UNKNOWN, 0, new Payload.BotHandoff()));
    }

    private static final class Seen implements WatermarkOutput {
        private long watermark = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void emitWatermark(Watermark next) {
            watermark = next.getTimestamp();
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
