package io.replybeat.stream.codec;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.event.RandomEvents;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Flink's own rules for serializers, held against ours. */
class CodecSerializerTest extends SerializerTestBase<Event> {

    @Override
    protected TypeSerializer<Event> createSerializer() {
        return CodecType.of(Event.class, EventCodec.CODEC).createSerializer(new SerializerConfigImpl());
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<Event> getTypeClass() {
        return Event.class;
    }

    @Override
    protected Event[] getTestData() {
        return new RandomEvents(2).next(20).toArray(Event[]::new);
    }

    /** Values are made by their codec only; Flink never asks for an empty one where it gets no reuse object. */
    @Override
    protected void testInstantiate() {}
}
