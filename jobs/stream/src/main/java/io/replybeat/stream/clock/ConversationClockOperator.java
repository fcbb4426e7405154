package io.replybeat.stream.clock;

import io.replybeat.care.book.Bookings;
import io.replybeat.care.book.Panes;
import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.CareClocks;
import io.replybeat.care.clock.Conversation;
import io.replybeat.care.clock.Timeline;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.metric.Cut;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.document.WritePace;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Asks the clock of each conversation what an event means, and carries out the answer.
 *
 * <p>It decides nothing: {@link Timeline} does. Here the state is loaded, the answer bundled, and written about once a
 * second, after enough events, before every checkpoint barrier and at the end of the input: facts and conversations as
 * documents, what they change in windows as {@link SeriesChange}s. Nothing unwritten outlives a barrier, so a restore
 * needs no memory of what was told.
 */
public final class ConversationClockOperator extends AbstractStreamOperator<SeriesChange>
        implements OneInputStreamOperator<Event, SeriesChange>, Triggerable<String, VoidNamespace>, BoundedOneInput {

    private static final long serialVersionUID = 1;

    /** By how much the clocks of two machines may differ, in milliseconds. */
    private static final long CLOCKS_DIFFER = 3_600_000;

    /** Facts, conversations, and events that were too late. */
    public static final OutputTag<Document> DOCUMENTS = new OutputTag<>("documents", DocumentType.INSTANCE);

    /**
     * What the operator is told once. No event is further ahead of the clock than {@code maxAhead}; {@code rules} names
     * all that decides what is in state, so that a restore under other rules is noticed.
     */
    public record Settings(
            Brands brands,
            Conversation.Remembrance remembrance,
            Duration maxAhead,
            Set<Cut> cuts,
            WritePace pace,
            int flushMaxEvents,
            String rules)
            implements Serializable {}

    private final Settings settings;

    private transient ClockStates states;
    private transient CareClocks clocks;
    private transient Bookings bookings;
    private transient Panes panes;
    private transient Map<String, Unwritten> bundle;
    private transient int bundled;
    private transient long flushedAt;
    private transient long now;
    private transient RulesGuard guard;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Counter duplicates;
    private transient Counter late;

    public ConversationClockOperator(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        states = new ClockStates(context.getKeyedStateStore());
        guard = new RulesGuard(context.getOperatorStateStore(), settings.rules());
        guard.check(context.isRestored());
    }

    @Override
    public void open() throws Exception {
        super.open();
        clocks = new CareClocks(settings.brands(), settings.remembrance());
        bookings = new Bookings(settings.brands());
        panes = new Panes(settings.cuts());
        bundle = new LinkedHashMap<>();
        now = Long.MIN_VALUE;
        timers = getInternalTimerService("wake-up", VoidNamespaceSerializer.INSTANCE, this);
        duplicates = getMetricGroup().counter("duplicates");
        late = getMetricGroup().counter("late");
        flushLater();
    }

    @Override
    public void processElement(StreamRecord<Event> record) {
        Event event = record.getValue();
        String key = (String) getCurrentKey();
        Unwritten known = bundle.get(key);
        Unwritten unwritten =
                known != null ? known : load(key, new ConversationKey(event.brand(), event.conversationId(), key));
        Timeline.Verdict verdict = unwritten
                .timeline()
                .accept(
                        event,
                        unwritten.conversation(),
                        states,
                        now,
                        (before, after) -> changed(unwritten, before, after));
        switch (verdict) {
            case APPLIED -> unwritten.stepped();
            case DUPLICATE -> duplicates.inc();
            case LATE -> {
                late.inc();
                LateDocument document = new LateDocument(event, now);
                tell(new Document(Kind.LATE, document.id(), event.occurredAt(), document));
            }
        }
        flushIfFull();
    }

    private void flushIfFull() {
        if (++bundled >= settings.flushMaxEvents()) {
            flush();
        }
    }

    /** The end of a bounded input is no instant: event time stays where it was, and nobody is woken. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        now = Math.max(now, mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        Unwritten known = bundle.get(timer.getKey());
        Unwritten unwritten = known != null ? known : load(timer.getKey(), ConversationKey.parse(timer.getKey()));
        Timeline timeline = unwritten.timeline();
        if (timeline.wakeUpAt() == timer.getTimestamp()) {
            timeline.willWakeUpAt(Fields.NONE);
        }
        if (!timeline.isEmpty()) {
            catchUp(unwritten);
        }
        // After an outage one watermark wakes every conversation there is; they do not fit into one bundle.
        flushIfFull();
    }

    /**
     * Event time may have gone past an instant for which no timer was set yet, because the bundle had not been kept. A
     * timer set in the past would come with the next watermark only, and after the last one never.
     */
    private void catchUp(Unwritten unwritten) {
        Timeline timeline = unwritten.timeline();
        if (timeline.nextWakeUp(unwritten.conversation()) <= now) {
            timeline.advance(unwritten.conversation(), now, (before, after) -> changed(unwritten, before, after));
            timeline.settle(unwritten.conversation(), states, now);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("conversations are woken in event time only");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        flush();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.remember();
    }

    @Override
    public void endInput() {
        flush();
    }

    private Unwritten load(String key, ConversationKey conversation) {
        Unwritten unwritten = new Unwritten(clocks.conversation(conversation), states.load());
        bundle.put(key, unwritten);
        return unwritten;
    }

    private void changed(Unwritten unwritten, Entry before, Entry after) {
        if (before != null) {
            bookings.book(before, -1, panes);
        }
        if (before instanceof Fact.Sla sla && mayBeMissedElsewhere(sla)) {
            bookings.revisit(sla, panes);
        }
        if (after != null) {
            bookings.book(after, 1, panes);
        }
        unwritten.changed(before, after);
    }

    /**
     * How far event time had come at an event depends on the other partitions, so it differs from run to run; never was it
     * more than {@code intake.max-ahead} before the clock of the machine that read it. A live level that is met well before
     * it is due costs nothing; in a replay of old events everything is due by the clock, and each costs its minute.
     */
    private boolean mayBeMissedElsewhere(Fact.Sla before) {
        return before.outcome() == Fact.Sla.Outcome.RUNNING
                && before.dueAt() != Fields.NONE
                && before.dueAt()
                        <= getProcessingTimeService().getCurrentProcessingTime()
                                + settings.maxAhead().toMillis()
                                + CLOCKS_DIFFER;
    }

    private void flushLater() {
        ProcessingTimeService time = getProcessingTimeService();
        long next = time.getCurrentProcessingTime() + settings.pace().interval().toMillis();
        time.registerTimer(next, scheduled -> {
            long clock = time.getCurrentProcessingTime();
            if (settings.pace().isDue(clock, now, flushedAt)) {
                flushedAt = clock;
                flush();
            }
            flushLater();
        });
    }

    private void flush() {
        bundle.forEach((key, unwritten) -> {
            setCurrentKey(key);
            if (!unwritten.timeline().isEmpty()) {
                catchUp(unwritten);
                unwritten.write(this::tell);
                keep(unwritten);
            }
        });
        panes.changes().forEach(change -> output.collect(new StreamRecord<>(change)));
        bundle.clear();
        panes.clear();
        bundled = 0;
    }

    private void keep(Unwritten unwritten) {
        Timeline timeline = unwritten.timeline();
        if (timeline.isForgotten(unwritten.conversation(), now)) {
            states.clear();
            return;
        }
        wakeUp(timeline, unwritten.conversation());
        states.store(timeline);
    }

    /** A timer that comes too early does no harm and sets the next one; so only an earlier one is worth the change. */
    private void wakeUp(Timeline timeline, Conversation conversation) {
        long next = timeline.nextWakeUp(conversation);
        if (timeline.wakeUpAt() != Fields.NONE && timeline.wakeUpAt() <= next) {
            return;
        }
        if (timeline.wakeUpAt() != Fields.NONE) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timeline.wakeUpAt());
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
        timeline.willWakeUpAt(next);
    }

    private void tell(Document document) {
        output.collect(DOCUMENTS, new StreamRecord<>(document));
    }
}
