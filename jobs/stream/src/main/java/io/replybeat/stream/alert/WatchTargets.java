package io.replybeat.stream.alert;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.watch.Owed;
import io.replybeat.care.watch.Owed.Phase;
import io.replybeat.care.watch.TierWatch;
import io.replybeat.stream.codec.CodecType;
import java.util.ArrayList;
import java.util.List;
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
 * Keeps what is owed to the customers of a brand and tier and looks at it at the instants at which it changes or gets late:
 * {@link TierWatch}.
 *
 * <p>Keyed by brand and tier. Changes wait for their instant of event time; those of one conversation keep their order, and
 * for those of different ones it does not matter. A target is gone when it ends, or a day after it was due; what stays of a tier is small.
 */
public final class WatchTargets extends AbstractStreamOperator<Alert>
        implements OneInputStreamOperator<TargetChange, Alert>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<TierWatch> WATCH =
            new ValueStateDescriptor<>("watch", CodecType.ofMutable(TierWatch.class, TierWatch.TierWatchCodec.CODEC));
    private static final MapStateDescriptor<String, Owed> OWED =
            new MapStateDescriptor<>("owed", Types.STRING, CodecType.of(Owed.class, Owed.OwedCodec.CODEC));

    private final Brands brands;

    private transient ValueState<TierWatch> watch;
    private transient MapState<String, Owed> owed;
    private transient Agenda agenda;
    private transient InternalTimerService<VoidNamespace> timers;

    public WatchTargets(Brands brands) {
        this.brands = brands;
    }

    /** The key of a change. */
    public static String key(TargetChange change) {
        return DocumentId.of(change.brand(), Integer.toString(change.target().tier()));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        watch = context.getKeyedStateStore().getState(WATCH);
        owed = context.getKeyedStateStore().getMapState(OWED);
        agenda = new Agenda(context.getKeyedStateStore());
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("agenda", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void processElement(StreamRecord<TargetChange> record) throws Exception {
        TargetChange change = record.getValue();
        agenda.note(change);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, change.at());
    }

    /** The end of a bounded input is no instant: nothing gets late by it. */
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
        long at = timer.getTimestamp();
        TierWatch known = watch.value();
        TierWatch watched = known == null ? new TierWatch() : known;
        Agenda.Due now = agenda.take(at);
        for (TargetChange change : now.changes()) {
            take(change, at, watched);
        }
        for (String key : now.looks()) {
            lookAt(key, at, watched);
        }
        TierWatch.Desk desk = desk(timer.getKey());
        watched.look(desk, at, this::all).forEach(alert -> output.collect(new StreamRecord<>(alert, at)));
        long next = watched.nextLook(desk, at);
        if (next != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
        }
        watch.update(watched);
    }

    private void take(TargetChange change, long at, TierWatch watched) throws Exception {
        Owed before = owed.get(change.key());
        if (before != null) {
            watched.left(phaseBefore(before, at));
            owed.remove(change.key());
        }
        if (change.begins()) {
            Owed begun = new Owed(change);
            Phase phase = begun.at(at);
            if (phase != Phase.OLD) {
                watched.entered(phase);
                owed.put(change.key(), begun);
                lookLater(change.key(), begun.nextPhaseAfter(at));
            }
        }
    }

    /** A target that is here at the instant of its next phase enters it; one that began anew meanwhile has another instant. */
    private void lookAt(String key, long at, TierWatch watched) throws Exception {
        Owed target = owed.get(key);
        if (target == null || phaseBefore(target, at) == target.at(at)) {
            return;
        }
        watched.left(phaseBefore(target, at));
        Phase phase = target.at(at);
        if (phase == Phase.OLD) {
            owed.remove(key);
            return;
        }
        watched.entered(phase);
        lookLater(key, target.nextPhaseAfter(at));
    }

    /** In which phase a target was counted until this instant. */
    private static Phase phaseBefore(Owed target, long at) {
        return target.at(Math.max(target.begin().at(), at - 1));
    }

    private void lookLater(String key, long at) throws Exception {
        agenda.look(key, at);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, at);
    }

    private List<Owed> all() {
        try {
            List<Owed> all = new ArrayList<>();
            owed.values().forEach(all::add);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException("what is owed cannot be read", e);
        }
    }

    private TierWatch.Desk desk(String key) {
        List<String> parts = DocumentId.parts(key);
        return new TierWatch.Desk(
                parts.get(0),
                Integer.parseInt(parts.get(1)),
                brands.of(parts.get(0)).alerts());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("targets get late in event time only");
    }
}
