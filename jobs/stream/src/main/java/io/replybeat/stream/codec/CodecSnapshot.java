package io.replybeat.stream.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of a {@link CodecSerializer}: the class of the codec, which itself reads all it ever wrote.
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private String codecClass;
    private boolean mutable;
    private ClassLoader classLoader;

    /** For Flink, which fills it by {@link #readSnapshot}. */
    public CodecSnapshot() {}

    CodecSnapshot(String codecClass, boolean mutable, ClassLoader classLoader) {
        this.codecClass = codecClass;
        this.mutable = mutable;
        this.classLoader = classLoader;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(codecClass);
        out.writeBoolean(mutable);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader userCode) throws IOException {
        if (version > VERSION) {
            throw new IOException("savepoint of a newer release: serializer version " + version);
        }
        codecClass = in.readUTF();
        mutable = in.readBoolean();
        classLoader = userCode;
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        try {
            return new CodecSerializer<>(
                    CodecByClass.instanceOf(Class.forName(codecClass, true, classLoader)), mutable);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the savepoint was written with " + codecClass + ", which this build does not have", e);
        }
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        boolean sameCodec = old instanceof CodecSnapshot<T> that && that.codecClass.equals(codecClass);
        return sameCodec
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
