package io.replybeat.care.detect;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a {@link ToneDetector} remembers of one key: about 400 bytes.
 *
 * <p>Mutable and not thread-safe. Equal histories give equal bytes.
 */
public final class ToneState {

    public static final Codec<ToneState> CODEC = new Codec<>() {
        @Override
        public void write(ToneState state, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            state.write(out);
        }

        @Override
        public ToneState read(DataInput in) throws IOException {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IOException("written in version " + version + ", but this program reads version " + VERSION);
            }
            return new ToneState(in);
        }
    };

    private static final byte VERSION = 1;

    final AlertBudget budget;
    final Tail[] negativeTails = new Tail[ToneDetector.SPANS];
    final Tail[] scoreTails = new Tail[ToneDetector.SPANS];
    final double[] messages = new double[ToneDetector.SPANS];
    final double[] negatives = new double[ToneDetector.SPANS];
    final double[] scores = new double[ToneDetector.SPANS];

    /** The baseline: faded sums of messages, of negative ones, of scores, and of squared deviations of bucket means. */
    double usualMessages;

    double usualNegatives;
    double usualScores;
    double scoreSpread;
    double spreadBuckets;
    long lastStart;
    boolean begun;

    ToneState() {
        budget = new AlertBudget();
        for (int span = 0; span < ToneDetector.SPANS; span++) {
            negativeTails[span] = new Tail();
            scoreTails[span] = new Tail();
        }
    }

    private ToneState(DataInput in) throws IOException {
        budget = AlertBudget.read(in);
        usualMessages = in.readDouble();
        usualNegatives = in.readDouble();
        usualScores = in.readDouble();
        scoreSpread = in.readDouble();
        spreadBuckets = in.readDouble();
        lastStart = in.readLong();
        begun = in.readBoolean();
        for (int span = 0; span < ToneDetector.SPANS; span++) {
            negativeTails[span] = Tail.read(in);
            scoreTails[span] = Tail.read(in);
            messages[span] = in.readDouble();
            negatives[span] = in.readDouble();
            scores[span] = in.readDouble();
        }
    }

    private void write(DataOutput out) throws IOException {
        budget.write(out);
        out.writeDouble(usualMessages);
        out.writeDouble(usualNegatives);
        out.writeDouble(usualScores);
        out.writeDouble(scoreSpread);
        out.writeDouble(spreadBuckets);
        out.writeLong(lastStart);
        out.writeBoolean(begun);
        for (int span = 0; span < ToneDetector.SPANS; span++) {
            negativeTails[span].write(out);
            scoreTails[span].write(out);
            out.writeDouble(messages[span]);
            out.writeDouble(negatives[span]);
            out.writeDouble(scores[span]);
        }
    }
}
