package io.replybeat.stream.alert;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.stream.codec.CodecType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * An event that {@link TimelyEvents} has let go. One that came late is judged by nobody; whoever follows single conversations may
 * still learn from it, and gets it behind what was let go before.
 */
public record LetGo(Event event, boolean late) {

    public static final CodecType<LetGo> TYPE = CodecType.of(LetGo.class, LetGoCodec.CODEC);

    /** Only the events that are judged. */
    public static SingleOutputStreamOperator<Event> inTime(DataStream<LetGo> letGo, String uid) {
        return letGo.flatMap(LetGo::judged, CodecType.of(Event.class, EventCodec.CODEC))
                .uid(uid);
    }

    private static void judged(LetGo letGo, Collector<Event> out) {
        if (!letGo.late) {
            out.collect(letGo.event);
        }
    }

    /** On its way between two tasks of one job. */
    public enum LetGoCodec implements Codec<LetGo> {
        CODEC;

        @Override
        public void write(LetGo letGo, DataOutput out) throws IOException {
            out.writeBoolean(letGo.late);
            EventCodec.CODEC.write(letGo.event, out);
        }

        @Override
        public LetGo read(DataInput in) throws IOException {
            boolean late = in.readBoolean();
            return new LetGo(EventCodec.CODEC.read(in), late);
        }
    }
}
