package io.replybeat.stream.alert;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.watch.BrandWatch;
import io.replybeat.care.watch.BucketTally;
import io.replybeat.care.watch.Detectors;
import io.replybeat.stream.codec.CodecType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up the tallies of a brand's buckets and has each judged when event time passes its end: {@link BrandWatch}.
 *
 * <p>Keyed by brand. While an alert may change each bucket is judged, also an empty one; else only those in which somebody
 * wrote. State is 2.2 KB a slice and stays as long as the job does: what is usual is not forgotten.
 */
public final class WatchBrands extends AbstractStreamOperator<Alert>
        implements OneInputStreamOperator<BucketTally, Alert>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<BrandWatch> WATCH = new ValueStateDescriptor<>(
            "watch", CodecType.ofMutable(BrandWatch.class, BrandWatch.BrandWatchCodec.CODEC));
    private static final MapStateDescriptor<Long, BucketTally> OPEN = new MapStateDescriptor<>(
            "open-buckets", Types.LONG, CodecType.ofMutable(BucketTally.class, BucketTally.BucketTallyCodec.CODEC));

    private final Brands brands;
    private final Duration bucket;

    private transient ValueState<BrandWatch> watch;
    private transient MapState<Long, BucketTally> open;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Map<String, Detectors> detectors;

    public WatchBrands(Brands brands, Duration bucket) {
        this.brands = brands;
        this.bucket = bucket;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        watch = context.getKeyedStateStore().getState(WATCH);
        open = context.getKeyedStateStore().getMapState(OPEN);
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("bucket-ends", VoidNamespaceSerializer.INSTANCE, this);
        detectors = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<BucketTally> record) throws Exception {
        BucketTally part = record.getValue();
        BucketTally known = open.get(part.start());
        if (known != null) {
            known.add(part);
            part = known;
        }
        open.put(part.start(), part);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, end(part.start()));
    }

    /** The end of a bounded input is no instant: what is not over by then is not judged. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        String brand = timer.getKey();
        long start = timer.getTimestamp() - bucket.toMillis();
        if (start % bucket.toMillis() != 0) {
            // Set for a bucket of another length, before the option changed.
            return;
        }
        BucketTally tally = open.get(start);
        open.remove(start);
        BrandWatch watched = watched(timer.getTimestamp());
        if (watched.isPast(start)) {
            return;
        }
        watched.judge(tally == null ? new BucketTally(brand, start) : tally, detectors(brand))
                .forEach(this::tell);
        watch.update(watched);
        if (watched.isAlarmed()) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, end(timer.getTimestamp()));
        }
    }

    /** A job that goes on with buckets of another length learns anew what is usual. */
    private BrandWatch watched(long at) throws Exception {
        BrandWatch known = watch.value();
        if (known != null && known.isOf(bucket)) {
            return known;
        }
        if (known != null) {
            known.giveUp(at).forEach(this::tell);
            open.clear();
        }
        BrandWatch fresh = new BrandWatch(bucket);
        watch.update(fresh);
        return fresh;
    }

    private void tell(Alert alert) {
        output.collect(new StreamRecord<>(alert, alert.updatedAt()));
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("buckets end in event time only");
    }

    private Detectors detectors(String brand) {
        return detectors.computeIfAbsent(brand, name -> Detectors.of(brands.of(name), bucket));
    }

    private long end(long start) {
        return start + bucket.toMillis();
    }
}
