package io.replybeat.care.detect;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a {@link VolumeDetector} remembers of one key: about 1.8 KB, however long it has watched.
 *
 * <p>Mutable and not thread-safe. Equal histories give equal bytes.
 */
public final class VolumeState {

    public static final Codec<VolumeState> CODEC = new Codec<>() {
        @Override
        public void write(VolumeState state, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            state.write(out);
        }

        @Override
        public VolumeState read(DataInput in) throws IOException {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IOException("written in version " + version + ", but this program reads version " + VERSION);
            }
            return new VolumeState(in);
        }
    };

    /** The guard band: a bucket is learnt only after so many others, so that a spike that forms is not its own yardstick. */
    static final int GUARD = 2;

    private static final byte VERSION = 1;

    final Level level;
    final Season season;
    final AlertBudget budget;
    final Tail[] tails = new Tail[VolumeDetector.SPANS];
    final double[] counted = new double[VolumeDetector.SPANS];
    final double[] expected = new double[VolumeDetector.SPANS];
    final double[] guardedCount = new double[GUARD];
    final double[] guardedSeason = new double[GUARD];
    final double[] guardedHour = new double[GUARD];
    long observed;
    long lastStart;

    VolumeState() {
        level = new Level();
        season = new Season();
        budget = new AlertBudget();
        for (int span = 0; span < tails.length; span++) {
            tails[span] = new Tail();
        }
    }

    private VolumeState(DataInput in) throws IOException {
        observed = in.readLong();
        lastStart = in.readLong();
        level = Level.read(in);
        budget = AlertBudget.read(in);
        for (int span = 0; span < tails.length; span++) {
            tails[span] = Tail.read(in);
            counted[span] = in.readDouble();
            expected[span] = in.readDouble();
        }
        for (int i = 0; i < GUARD; i++) {
            guardedCount[i] = in.readDouble();
            guardedSeason[i] = in.readDouble();
            guardedHour[i] = in.readDouble();
        }
        season = Season.read(in);
    }

    private void write(DataOutput out) throws IOException {
        out.writeLong(observed);
        out.writeLong(lastStart);
        level.write(out);
        budget.write(out);
        for (int span = 0; span < tails.length; span++) {
            tails[span].write(out);
            out.writeDouble(counted[span]);
            out.writeDouble(expected[span]);
        }
        for (int i = 0; i < GUARD; i++) {
            out.writeDouble(guardedCount[i]);
            out.writeDouble(guardedSeason[i]);
            out.writeDouble(guardedHour[i]);
        }
        season.write(out);
    }
}
