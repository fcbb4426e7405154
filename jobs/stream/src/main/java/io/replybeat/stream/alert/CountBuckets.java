package io.replybeat.stream.alert;

import io.replybeat.care.event.Event;
import io.replybeat.care.watch.BucketTally;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts messages where they are before they are shuffled, so that a hot brand is a handful of tallies a bucket and not one
 * core's whole work.
 *
 * <p>A tally is sent when event time passes its bucket, and before every checkpoint barrier: nothing is kept. Its parts are
 * added up downstream.
 */
public final class CountBuckets extends AbstractStreamOperator<BucketTally>
        implements OneInputStreamOperator<Event, BucketTally> {

    private static final long serialVersionUID = 1;

    private record Bucket(String brand, long start) {}

    private final long length;
    private transient Map<Bucket, BucketTally> open;

    public CountBuckets(Duration bucket) {
        this.length = bucket.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        open = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<Event> record) {
        Event event = record.getValue();
        if (BucketTally.counts(event)) {
            long start = Math.floorDiv(event.occurredAt(), length) * length;
            open.computeIfAbsent(
                            new Bucket(event.brand(), start), bucket -> new BucketTally(bucket.brand(), bucket.start()))
                    .add(event);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        open.values().removeIf(tally -> {
            boolean closed = tally.start() + length <= mark.getTimestamp();
            if (closed) {
                send(tally);
            }
            return closed;
        });
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        open.values().forEach(this::send);
        open.clear();
    }

    private void send(BucketTally tally) {
        output.collect(new StreamRecord<>(tally, tally.start()));
    }
}
