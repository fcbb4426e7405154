package io.replybeat.stream.window;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.stream.codec.CodecType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Which window of a series: its size and its start, both in milliseconds. */
record Window(long size, long start) {

    static final TypeInformation<Window> TYPE = CodecType.of(Window.class, WindowCodec.CODEC);

    /** Equal windows have equal bytes: it is a key in state. */
    enum WindowCodec implements Codec<Window> {
        CODEC;

        @Override
        public void write(Window window, DataOutput out) throws IOException {
            Wire.writeVarLong(window.size, out);
            Wire.writeSigned(window.start, out);
        }

        @Override
        public Window read(DataInput in) throws IOException {
            return new Window(Wire.readVarLong(in), Wire.readSigned(in));
        }
    }

    /** A part of a window's customers: those whose hash ends in {@code row}. */
    record CustomerRow(Window window, int row) {

        static final TypeInformation<CustomerRow> TYPE = CodecType.of(CustomerRow.class, CustomerRowCodec.CODEC);

        /** The window, then the row. */
        enum CustomerRowCodec implements Codec<CustomerRow> {
            CODEC;

            @Override
            public void write(CustomerRow row, DataOutput out) throws IOException {
                WindowCodec.CODEC.write(row.window, out);
                out.writeByte(row.row);
            }

            @Override
            public CustomerRow read(DataInput in) throws IOException {
                return new CustomerRow(WindowCodec.CODEC.read(in), in.readByte());
            }
        }
    }
}
