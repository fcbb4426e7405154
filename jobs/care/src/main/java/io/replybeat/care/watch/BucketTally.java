package io.replybeat.care.watch;

import io.replybeat.care.alert.Subject;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.metric.Cut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What did the customers of a brand write in one bucket: in all, by network, by topic?
 *
 * <p>A message has one network and one topic, its gravest, or none ({@link #NO_TOPIC}): the slices of a cut add up to the
 * brand. Mergeable and mutable; small, however many messages it tells of. Messages without text are counted too.
 */
public final class BucketTally {

    /** The name of the slice of messages that no topic was found for. */
    static final String NO_TOPIC = "";

    private final String brand;
    private final long start;
    private final SortedMap<Subject, SliceTally> slices = new TreeMap<>();

    public BucketTally(String brand, long start) {
        this.brand = brand;
        this.start = start;
    }

    /** Whether it is one to be counted here: written by a customer, to the brand or about it. */
    public static boolean counts(Event event) {
        return event.payload() instanceof Message message && message.isFromCustomer();
    }

    /** Each event once. */
    public void add(Event event) {
        Message message = (Message) event.payload();
        Heard heard = Heard.of(event, message);
        String topic = topic(message.understood());
        slice(Subject.brand(brand)).add(message, heard, null);
        slice(new Subject(Cut.NETWORK, event.network())).add(message, heard, topic);
        slice(new Subject(Cut.TOPIC, topic)).add(message, heard, event.network());
    }

    /** What another part of the same bucket counted. */
    public void add(BucketTally part) {
        part.slices.forEach((subject, tally) -> slice(subject).add(tally));
    }

    public String brand() {
        return brand;
    }

    /** The bucket's start, milliseconds. */
    public long start() {
        return start;
    }

    SortedMap<Subject, SliceTally> slices() {
        return slices;
    }

    private SliceTally slice(Subject subject) {
        return slices.computeIfAbsent(subject, fresh -> new SliceTally());
    }

    private static String topic(Understood understood) {
        return understood == null || understood.topic() == null ? NO_TOPIC : understood.topic();
    }

    /** Version, brand, start, then slice by slice. */
    public enum BucketTallyCodec implements Codec<BucketTally> {
        CODEC;

        private static final int VERSION = 1;
        private static final Cut[] CUTS = Cut.values();

        @Override
        public void write(BucketTally tally, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeString(tally.brand, out);
            Wire.writeSigned(tally.start, out);
            Wire.writeVarLong(tally.slices.size(), out);
            for (var slice : tally.slices.entrySet()) {
                out.writeByte(slice.getKey().cut().ordinal());
                Wire.writeString(slice.getKey().name(), out);
                slice.getValue().write(out);
            }
        }

        @Override
        public BucketTally read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("tally of version " + version + ", this build reads up to " + VERSION);
            }
            BucketTally tally = new BucketTally(Wire.readName(in), Wire.readSigned(in));
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                Subject subject = new Subject(CUTS[in.readByte()], Wire.readName(in));
                tally.slices.put(subject, SliceTally.read(in));
            }
            return tally;
        }
    }
}
