package io.replybeat.stream.codec;

import io.replybeat.care.codec.Codec;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Tells Flink to write values with a {@link Codec} of ours instead of finding fields by reflection.
 *
 * <p>Every type exchanged or kept in state goes through here, so that no release falls back to Kryo and the bytes in a
 * savepoint are the ones the codec promises. The codec is an enum with one constant or has a constructor without
 * arguments, because a savepoint names it by its class.
 */
public final class CodecType<T> extends TypeInformation<T> {

    private final Class<T> type;
    private final CodecSerializer<T> serializer;

    private CodecType(Class<T> type, CodecSerializer<T> serializer) {
        this.type = Objects.requireNonNull(type, "type");
        this.serializer = serializer;
    }

    /** For values that never change: a copy is the value itself. */
    public static <T> CodecType<T> of(Class<T> type, Codec<T> codec) {
        return new CodecType<>(type, new CodecSerializer<>(codec, false));
    }

    /** For values that change in place: a copy is written and read back. */
    public static <T> CodecType<T> ofMutable(Class<T> type, Codec<T> codec) {
        return new CodecType<>(type, new CodecSerializer<>(codec, true));
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    /** Keys are strings: the hash of an enum inside a value differs from one JVM to the next. */
    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecType<?> that && type == that.type && serializer.equals(that.serializer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, serializer);
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecType;
    }

    @Override
    public String toString() {
        return "CodecType<" + type.getSimpleName() + ">";
    }
}
