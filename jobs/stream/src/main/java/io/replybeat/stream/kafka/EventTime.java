package io.replybeat.stream.kafka;

import io.replybeat.stream.intake.Arrival;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * How far has event time come? The one watermark policy of all pipelines.
 *
 * <p>Per partition, the watermark stays {@code outOfOrderness} behind the latest accepted event; the job's is the earliest of
 * its partitions. Results do not hang on it, because late events correct them; judgements of the moment wait for it.
 *
 * <ul>
 *   <li>A rejected record never moves it: its time is no time. Events too far ahead are rejected before they get here, so one
 *       wrong clock cannot jump every window.
 *   <li>A partition without accepted events for {@code idleAfter} no longer holds the others back. One that gets nothing but
 *       rejected records counts as idle too, else a single broken sender would stop time for everybody.
 *   <li>While all partitions are idle, time stands still until the next event; for alerts it goes on as the clock does.
 * </ul>
 */
public record EventTime(Duration outOfOrderness, Duration idleAfter) implements WatermarkStrategy<Arrival> {

    /** The timestamp of a rejected record: before everything. */
    public static final long NONE = Long.MIN_VALUE;

    @Override
    public TimestampAssigner<Arrival> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return (arrival, fromKafka) ->
                arrival instanceof Arrival.Accepted accepted ? accepted.event().occurredAt() : NONE;
    }

    @Override
    public WatermarkGenerator<Arrival> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        return new OfAccepted(new WatermarksWithIdleness<>(
                new BoundedOutOfOrdernessWatermarks<>(outOfOrderness), idleAfter, context.getInputActivityClock()));
    }

    /** Does not even tell of rejected records, so that they neither move time nor keep a partition awake. */
    private record OfAccepted(WatermarkGenerator<Arrival> watermarks) implements WatermarkGenerator<Arrival> {

        @Override
        public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
            if (arrival instanceof Arrival.Accepted) {
                watermarks.onEvent(arrival, timestamp, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            watermarks.onPeriodicEmit(output);
        }
    }
}
