package io.replybeat.care.book;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** By how much did each minute of one slice change? A change may be negative, or nothing. */
public final class SeriesChange {

    private final String series;
    private final Map<Long, Summary> minutes;
    private long lastMinute;
    private Summary last;

    /** Takes the map over. */
    public SeriesChange(String series, Map<Long, Summary> minutes) {
        this.series = series;
        this.minutes = minutes;
    }

    static SeriesChange of(Series series) {
        return new SeriesChange(series.key(), new HashMap<>());
    }

    /** The slice, as {@link Series#key()} names it. */
    public String series() {
        return series;
    }

    /** The changes by the start of their minute, in milliseconds. */
    public Map<Long, Summary> minutes() {
        return minutes;
    }

    /** The change in a minute, to be added to. Events come by and large in order, so it is the last one as a rule. */
    Summary in(long minute) {
        if (last == null || minute != lastMinute) {
            last = minutes.computeIfAbsent(minute, first -> new Summary());
            lastMinute = minute;
        }
        return last;
    }

    /** Adds what the other holds, which is of no use any more. */
    public void take(SeriesChange other) {
        other.minutes.forEach((minute, change) -> {
            Summary sum = minutes.putIfAbsent(minute, change);
            if (sum != null) {
                sum.add(change);
            }
        });
    }

    /** How changes travel from the conversations to the windows. The order of the minutes, which says nothing, is left open. */
    public enum SeriesChangeCodec implements Codec<SeriesChange> {
        CODEC;

        @Override
        public void write(SeriesChange value, DataOutput out) throws IOException {
            Wire.writeString(value.series, out);
            Wire.writeVarLong(value.minutes.size(), out);
            for (Map.Entry<Long, Summary> minute : value.minutes.entrySet()) {
                Wire.writeSigned(minute.getKey() / Panes.MINUTE, out);
                Summary.CODEC.write(minute.getValue(), out);
            }
        }

        @Override
        public SeriesChange read(DataInput in) throws IOException {
            String series = Wire.readString(in);
            int size = Math.toIntExact(Wire.readVarLong(in));
            Map<Long, Summary> minutes = new HashMap<>(2 * size);
            for (int i = 0; i < size; i++) {
                minutes.put(Wire.readSigned(in) * Panes.MINUTE, Summary.CODEC.read(in));
            }
            return new SeriesChange(series, minutes);
        }
    }
}
