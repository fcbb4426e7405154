package io.replybeat.stream.codec;

import io.replybeat.care.codec.Codec;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads values by their {@link Codec}; codecs hold no state, so one instance serves all threads. */
final class CodecSerializer<T> extends TypeSerializer<T> {

    private static final int FIRST_GUESS_BYTES = 256;

    private final Class<?> codecClass;
    private final boolean mutable;
    private transient Codec<T> codec;

    CodecSerializer(Codec<T> codec, boolean mutable) {
        this.codecClass = CodecByClass.classOf(codec);
        this.codec = codec;
        this.mutable = mutable;
    }

    @Override
    public boolean isImmutableType() {
        return !mutable;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    /** None: there is no empty value to fill, values are made by the codec only. */
    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T value) {
        if (!mutable) {
            return value;
        }
        try {
            DataOutputSerializer out = new DataOutputSerializer(FIRST_GUESS_BYTES);
            codec.write(value, out);
            return codec.read(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy a " + value.getClass().getName(), e);
        }
    }

    @Override
    public T copy(T value, T reuse) {
        return copy(value);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        codec.write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return codec.read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return codec.read(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        codec.write(codec.read(source), target);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(codecClass.getName(), mutable, codecClass.getClassLoader());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecSerializer<?> that && codecClass == that.codecClass && mutable == that.mutable;
    }

    @Override
    public int hashCode() {
        return 31 * codecClass.getName().hashCode() + Boolean.hashCode(mutable);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        codec = CodecByClass.instanceOf(codecClass);
    }
}
