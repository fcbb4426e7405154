package io.replybeat.care.callout;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What comes next in what is watched: a sign, or the news that a sign has made a story whole?
 *
 * @param signs one; of a story all of them, in order
 */
public record Step(boolean isStory, List<Sign> signs) {

    /** A sign before the story that it makes whole; of two stories with one end the one that began earlier. */
    public static final Comparator<Step> ORDER = Comparator.comparing(Step::last, Sign.ORDER)
            .thenComparing(Step::isStory)
            .thenComparing(Step::first, Sign.ORDER);

    public static Step of(Sign sign) {
        return new Step(false, List.of(sign));
    }

    public static Step story(List<Sign> signs) {
        return new Step(true, List.copyOf(signs));
    }

    public Sign first() {
        return signs.get(0);
    }

    public Sign last() {
        return signs.get(signs.size() - 1);
    }

    /** Version, whether it is a story, the signs. */
    public enum StepCodec implements Codec<Step> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Step step, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeBoolean(step.isStory);
            Wire.writeVarLong(step.signs.size(), out);
            for (Sign sign : step.signs) {
                SignCodec.CODEC.write(sign, out);
            }
        }

        @Override
        public Step read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("step of version " + version + ", this build reads up to " + VERSION);
            }
            boolean story = in.readBoolean();
            List<Sign> signs = new ArrayList<>();
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                signs.add(SignCodec.CODEC.read(in));
            }
            return new Step(story, List.copyOf(signs));
        }
    }
}
