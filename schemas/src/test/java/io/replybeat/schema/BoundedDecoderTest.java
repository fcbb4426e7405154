package io.replybeat.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class BoundedDecoderTest {

    private final BoundedDecoder decoder = new BoundedDecoder();

    @Test
    void it_reads_what_avro_writes() throws IOException {
        read(out -> {
            out.writeLong(Long.MIN_VALUE);
            out.writeInt(-3);
            out.writeBoolean(true);
            out.writeFloat(1.5f);
            out.writeDouble(-0.1);
            out.writeString("größe");
            out.writeBytes(new byte[] {1, 2, 3});
            out.writeEnum(4);
            out.writeIndex(2);
        });

        assertThat(decoder.readLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(decoder.readInt()).isEqualTo(-3);
        assertThat(decoder.readBoolean()).isTrue();
        assertThat(decoder.readFloat()).isEqualTo(1.5f);
        assertThat(decoder.readDouble()).isEqualTo(-0.1);
        assertThat(decoder.readString()).isEqualTo("größe");
        assertThat(decoder.readBytes(null)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(decoder.readEnum()).isEqualTo(4);
        assertThat(decoder.readIndex()).isEqualTo(2);
        assertThat(decoder.left()).isZero();
    }

    @Test
    void arrays_are_read_and_passed_over() throws IOException {
        Written twoStrings = out -> {
            out.writeArrayStart();
            out.setItemCount(2);
            out.startItem();
            out.writeString("a");
            out.startItem();
            out.writeString("b");
            out.writeArrayEnd();
        };
        read(twoStrings);
        assertThat(decoder.readArrayStart()).isEqualTo(2);
        decoder.skipString();
        assertThat(decoder.readString()).isEqualTo("b");
        assertThat(decoder.arrayNext()).isZero();

        read(twoStrings);
        long items = decoder.skipArray();
        assertThat(items).isEqualTo(2);
    }

    @Test
    void a_claim_of_two_gigabytes_allocates_nothing() throws IOException {
        for (long claim : new long[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Long.MAX_VALUE, -1, 100}) {
            read(out -> out.writeLong(claim));
            assertThatThrownBy(decoder::readString).isInstanceOf(EOFException.class);
            read(out -> out.writeLong(claim));
            assertThatThrownBy(() -> decoder.readBytes(null)).isInstanceOf(EOFException.class);
            read(out -> out.writeLong(Math.abs(claim)));
            assertThatThrownBy(decoder::skipBytes).isInstanceOf(IOException.class);
        }
        read(out -> out.writeLong(Integer.MAX_VALUE));
        assertThatThrownBy(decoder::readArrayStart).isInstanceOf(EOFException.class);
        read(out -> {
            out.writeLong(Long.MIN_VALUE); // a count whose negative is itself
            out.writeLong(1);
        });
        assertThatThrownBy(decoder::readMapStart).isInstanceOf(EOFException.class);
    }

    private void read(Written written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        written.to(out);
        out.flush();
        decoder.reset(bytes.toByteArray(), 0);
    }

    private interface Written {
        void to(BinaryEncoder out) throws IOException;
    }
}
