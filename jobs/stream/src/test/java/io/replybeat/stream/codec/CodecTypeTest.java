package io.replybeat.stream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.event.RandomEvents;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class CodecTypeTest {

    private static final CodecType<Event> EVENTS = CodecType.of(Event.class, EventCodec.CODEC);
    private static final CodecType<int[]> COUNTS = CodecType.ofMutable(int[].class, new OneCount());

    @Test
    void an_immutable_value_is_its_own_copy() {
        Event event = new RandomEvents(3).next();

        assertThat(serializer(EVENTS).copy(event)).isSameAs(event);
        assertThat(serializer(EVENTS).isImmutableType()).isTrue();
    }

    @Test
    void a_mutable_value_is_copied() {
        int[] value = {7};
        int[] copy = serializer(COUNTS).copy(value);
        value[0] = 8;

        assertThat(copy).containsExactly(7);
        assertThat(serializer(COUNTS).isImmutableType()).isFalse();
    }

    @Test
    void a_savepoint_finds_the_codec_again() throws IOException {
        assertThat(restored(EVENTS).restoreSerializer()).isEqualTo(serializer(EVENTS));
        assertThat(restored(COUNTS).restoreSerializer()).isEqualTo(serializer(COUNTS));
    }

    @Test
    void a_savepoint_of_another_codec_is_incompatible() throws IOException {
        TypeSerializerSnapshot<Event> now = serializer(EVENTS).snapshotConfiguration();
        TypeSerializerSnapshot<Event> ofAnotherCodec =
                serializer(CodecType.of(Event.class, new OtherEventCodec())).snapshotConfiguration();

        assertThat(now.resolveSchemaCompatibility(restored(EVENTS)).isCompatibleAsIs())
                .isTrue();
        assertThat(now.resolveSchemaCompatibility(ofAnotherCodec).isIncompatible())
                .isTrue();
    }

    @Test
    void it_travels_to_the_workers() throws Exception {
        byte[] shipped = InstantiationUtil.serializeObject(COUNTS);
        CodecType<int[]> arrived =
                InstantiationUtil.deserializeObject(shipped, getClass().getClassLoader());

        assertThat(arrived).isEqualTo(COUNTS).hasSameHashCodeAs(COUNTS);
        assertThat(serializer(arrived).copy(new int[] {5})).containsExactly(5);
    }

    @Test
    void a_codec_that_no_savepoint_could_find_again_is_refused_at_once() {
        int factor = hashCode();
        Codec<int[]> captured = new Codec<>() {
            @Override
            public void write(int[] value, DataOutput out) throws IOException {
                out.writeInt(value[0] * factor);
            }

            @Override
            public int[] read(DataInput in) throws IOException {
                return new int[] {in.readInt() / factor};
            }
        };

        assertThatThrownBy(() -> CodecType.of(int[].class, captured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("constructor without arguments");
    }

    private static <T> TypeSerializer<T> serializer(CodecType<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    private static <T> TypeSerializerSnapshot<T> restored(CodecType<T> type) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer(type).snapshotConfiguration());
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), CodecTypeTest.class.getClassLoader());
    }

    static final class OneCount implements Codec<int[]> {
        @Override
        public void write(int[] value, DataOutput out) throws IOException {
            out.writeInt(value[0]);
        }

        @Override
        public int[] read(DataInput in) throws IOException {
            return new int[] {in.readInt()};
        }
    }

    static final class OtherEventCodec implements Codec<Event> {
        @Override
        public void write(Event value, DataOutput out) throws IOException {
            EventCodec.CODEC.write(value, out);
        }

        @Override
        public Event read(DataInput in) throws IOException {
            return EventCodec.CODEC.read(in);
        }
    }
}
