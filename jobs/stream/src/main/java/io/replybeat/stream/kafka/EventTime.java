package io.replybeat.stream.kafka;

import io.replybeat.stream.intake.Arrival;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * How far has event time come? The one watermark policy of all pipelines.
 *
 * <p>Per partition, the watermark stays {@code outOfOrderness} behind the latest accepted event; the job's is the earliest of
 * its partitions. Results do not hang on it, because late events correct them; judgements of the moment wait for it.
 *
 * <ul>
 *   <li>A rejected record never moves it: its time is no time. Events too far ahead are rejected before they get here, so one
 *       wrong clock cannot jump every window.
 *   <li>A partition without accepted events for {@code idleAfter} no longer holds the others back, once it has caught up with the
 *       clock. One that lags is waited for: what it has not been read of would come too late.
 *   <li>A partition that gets nothing but rejected records counts as idle too, else a single broken sender would stop time for
 *       everybody.
 *   <li>While all partitions are idle, time stands still until the next event; for alerts it goes on as the clock does.
 * </ul>
 */
public record EventTime(Duration outOfOrderness, Duration idleAfter) implements WatermarkStrategy<Arrival> {

    /** So long a partition is waited for whose last event is not of now, or that never had one. */
    static final Duration LAGGING_IDLE_AFTER = Duration.ofSeconds(30);

    /** An event that happened so lately was read as it came. */
    private static final Duration OF_NOW = Duration.ofMinutes(1);

    /** The timestamp of a rejected record: before everything. */
    public static final long NONE = Long.MIN_VALUE;

    @Override
    public TimestampAssigner<Arrival> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return (arrival, fromKafka) ->
                arrival instanceof Arrival.Accepted accepted ? accepted.event().occurredAt() : NONE;
    }

    @Override
    public WatermarkGenerator<Arrival> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        return generator(context.getInputActivityClock(), System::currentTimeMillis);
    }

    /**
     * @param activity stands while the partition could not be read
     * @param wall epoch milliseconds
     */
    WatermarkGenerator<Arrival> generator(RelativeClock activity, LongSupplier wall) {
        return new OfPartition(this, activity, wall);
    }

    /** Is not even told of rejected records, so that they neither move time nor keep a partition awake. */
    private static final class OfPartition implements WatermarkGenerator<Arrival> {

        private final EventTime policy;
        private final RelativeClock activity;
        private final LongSupplier wall;
        private final WatermarkGenerator<Arrival> watermarks;
        private long newest = NONE;
        private long lastActive;

        private OfPartition(EventTime policy, RelativeClock activity, LongSupplier wall) {
            this.policy = policy;
            this.activity = activity;
            this.wall = wall;
            this.watermarks = new BoundedOutOfOrdernessWatermarks<>(policy.outOfOrderness);
            this.lastActive = activity.relativeTimeNanos();
        }

        @Override
        public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
            if (arrival instanceof Arrival.Accepted) {
                newest = Math.max(newest, timestamp);
                lastActive = activity.relativeTimeNanos();
                watermarks.onEvent(arrival, timestamp, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (activity.relativeTimeNanos() - lastActive > patience().toNanos()) {
                output.markIdle();
            } else {
                watermarks.onPeriodicEmit(output);
            }
        }

        private Duration patience() {
            boolean lags = newest < wall.getAsLong() - OF_NOW.toMillis();
            return lags && policy.idleAfter.compareTo(LAGGING_IDLE_AFTER) < 0 ? LAGGING_IDLE_AFTER : policy.idleAfter;
        }
    }
}
