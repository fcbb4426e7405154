package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.ConversationMemory;
import io.replybeat.care.callout.ConversationReading;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.stream.codec.CodecType;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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
 * Reads each conversation's events, which come in order and in time, for signs: {@link ConversationReading}. Keyed by
 * conversation; records carry the time at which their sign is told: an earlier one would be late for the stories.
 */
final class ReadConversations extends AbstractStreamOperator<Sign>
        implements OneInputStreamOperator<Event, Sign>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<ConversationMemory> MEMORY = new ValueStateDescriptor<>(
            "conversation", CodecType.ofMutable(ConversationMemory.class, ConversationMemory.MemoryCodec.CODEC));

    private final ConversationReading reading;
    private transient ValueState<ConversationMemory> memories;
    private transient InternalTimerService<VoidNamespace> timers;

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

    @Override
    public void processElement(StreamRecord<Event> record) throws Exception {
        Event event = record.getValue();
        ConversationMemory memory = memory();
        long timer = reading.due(memory);
        endUpTo(event.occurredAt() - 1, memory);
        reading.see(memory, event, sign -> tell(sign, event.occurredAt()));
        keep(memory, timer);
    }

    /** The end of a bounded input is no instant: nobody's patience ends with it. */
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
        ConversationMemory memory = memory();
        long due = reading.due(memory);
        if (due != Fields.NONE && due <= timers.currentWatermark()) {
            endUpTo(timers.currentWatermark(), memory);
            keep(memory, Fields.NONE);
        }
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

    /** @param timer that is set already: to look it up again would cost more than all else here */
    private void keep(ConversationMemory memory, long timer) throws Exception {
        if (memory.isEmpty()) {
            memories.clear();
            return;
        }
        memories.update(memory);
        long due = reading.due(memory);
        if (due != timer) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
        }
    }

    private void tell(Sign sign, long now) {
        output.collect(new StreamRecord<>(sign, now));
    }
}
