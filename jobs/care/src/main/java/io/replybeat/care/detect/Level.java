package io.replybeat.care.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many messages a bucket does this key have, its season apart?
 *
 * <p>The mean of a Gamma distribution over rates that forgets with the half-life it is given: messages learnt over the buckets
 * (weighted by their season) they were learnt from. Who stays outside the usual for a whole day has changed for good: then the past is
 * given up within hours instead of weeks.
 */
final class Level {

    /** Of what was learnt, each bucket after a day outside leaves this much. */
    private static final double FORGET = 0.98;

    private static final int BACK_IN_RANGE = 3;

    private double messages;
    private double buckets;
    private long outside;

    double rate() {
        return messages / buckets;
    }

    boolean isUnknown() {
        return buckets == 0;
    }

    /** A first guess, worth one more bucket beside the first one. */
    void begin(double count) {
        messages = count + 1;
        buckets = 2;
    }

    /** How many buckets in a row, nearly, were outside the usual range up to now. */
    long outside() {
        return outside;
    }

    void noteRange(boolean isOutside, long patience) {
        outside = isOutside ? outside + 1 : Math.max(0, outside - BACK_IN_RANGE);
        if (outside > patience) {
            messages *= FORGET;
            buckets *= FORGET;
        }
    }

    void learn(double count, double season, double fade) {
        messages = messages * fade + count;
        buckets = buckets * fade + season;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(messages);
        out.writeDouble(buckets);
        out.writeLong(outside);
    }

    static Level read(DataInput in) throws IOException {
        Level read = new Level();
        read.messages = in.readDouble();
        read.buckets = in.readDouble();
        read.outside = in.readLong();
        return read;
    }
}
