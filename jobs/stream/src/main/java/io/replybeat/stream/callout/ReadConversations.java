package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.ConversationMemory;
import io.replybeat.care.callout.ConversationReading;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.stream.codec.CodecType;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
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
 * Reads each conversation's events, which come in order and in time, for signs: {@link ConversationReading}. Keyed by
 * conversation; records carry the time at which their sign is told: an earlier one would be late for the stories.
 *
 * <p>A conversation's events come together behind each watermark: so long its memory stays open, and state is read and written
 * once for all of them.
 */
final class ReadConversations extends AbstractStreamOperator<Sign>
        implements OneInputStreamOperator<Event, Sign>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<ConversationMemory> MEMORY = new ValueStateDescriptor<>(
            "conversation", CodecType.ofMutable(ConversationMemory.class, ConversationMemory.MemoryCodec.CODEC));

    private final ConversationReading reading;
    private transient ValueState<ConversationMemory> memories;
    private transient InternalTimerService<VoidNamespace> timers;

    /** Some event of the conversation whose memory is open, its memory, and what was due when it was opened; null while none is. */
    private transient Event last;

    private transient ConversationMemory open;
    private transient long dueWhenOpened;

    ReadConversations(Brands brands) {
        reading = new ConversationReading(brands);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        memories = context.getKeyedStateStore().getState(MEMORY);
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("patience", VoidNamespaceSerializer.INSTANCE, this);
    }

    /** The key is set when the memory is opened. */
    @Override
    public void setKeyContextElement(StreamRecord<Event> record) {}

    @Override
    public void processElement(StreamRecord<Event> record) throws Exception {
        Event event = record.getValue();
        if (open == null || !isOfOneConversation(event, last)) {
            leave();
            setCurrentKey(ConversationKey.idOf(event));
            open = memory();
            dueWhenOpened = reading.due(open);
        }
        last = event;
        endUpTo(event.occurredAt() - 1, open);
        reading.see(open, event, sign -> tell(sign, event.occurredAt()));
    }

    private static boolean isOfOneConversation(Event one, Event other) {
        return one.conversationId().equals(other.conversationId())
                && one.brand().equals(other.brand());
    }

    /** The current key is still its own. */
    private void leave() throws Exception {
        if (open != null) {
            keep(open, dueWhenOpened);
            open = null;
            last = null;
        }
    }

    /** The end of a bounded input is no instant: nobody's patience ends with it. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        leave();
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        ConversationMemory memory = memory();
        long due = reading.due(memory);
        if (due != Fields.NONE && due <= timers.currentWatermark()) {
            endUpTo(timers.currentWatermark(), memory);
            keep(memory, Fields.NONE);
        } else {
            ringAt(due);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        leave();
        super.snapshotState(context);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("conversations are read in event time only");
    }

    private void endUpTo(long instant, ConversationMemory memory) {
        for (long due = reading.due(memory); due != Fields.NONE && due <= instant; due = reading.due(memory)) {
            reading.end(memory, sign -> tell(sign, sign.at()));
        }
    }

    private ConversationMemory memory() throws Exception {
        ConversationMemory memory = memories.value();
        return memory == null ? new ConversationMemory() : memory;
    }

    /** @param timer not later than the next one that is set, which looks what is due then; none if none is */
    private void keep(ConversationMemory memory, long timer) throws Exception {
        if (memory.isEmpty()) {
            memories.clear();
            return;
        }
        memories.update(memory);
        long due = reading.due(memory);
        if (timer == Fields.NONE || due < timer) {
            ringAt(due);
        }
    }

    private void ringAt(long due) {
        if (due != Fields.NONE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
        }
    }

    private void tell(Sign sign, long now) {
        output.collect(new StreamRecord<>(sign, now));
    }
}
