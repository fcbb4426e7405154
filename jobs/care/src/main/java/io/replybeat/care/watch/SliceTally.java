package io.replybeat.care.watch;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What did customers write in one slice and one bucket: how much, in which tone, which messages first?
 *
 * <p>Mergeable and mutable. Reposts are counted as volume and not heard: a copy has no tone of its own.
 */
final class SliceTally {

    long messages;
    long reposts;
    long scored;
    long negatives;
    /** Whole millionths, so that the sum does not depend on its order. */
    long scores;

    final Foremost weightiest = new Foremost(Heard.WEIGHTIEST);
    final Foremost sourest = new Foremost(Heard.SOUREST);

    /** How many of the messages were in which part across: of a network its topics, of a topic its networks. */
    final Map<String, Long> across = new TreeMap<>();

    void add(Message message, Heard heard, String part) {
        messages++;
        if (part != null) {
            across.merge(part, 1L, Long::sum);
        }
        if (message.repost()) {
            reposts++;
            return;
        }
        weightiest.add(heard);
        if (message.sentiment() != null) {
            scored++;
            scores += heard.score();
            if (message.sentiment().label() == Sentiment.Label.NEGATIVE) {
                negatives++;
                sourest.add(heard);
            }
        }
    }

    void add(SliceTally other) {
        messages += other.messages;
        reposts += other.reposts;
        scored += other.scored;
        negatives += other.negatives;
        scores += other.scores;
        weightiest.addAll(other.weightiest);
        sourest.addAll(other.sourest);
        other.across.forEach((part, count) -> across.merge(part, count, Long::sum));
    }

    double negativeShare() {
        return scored == 0 ? 0 : (double) negatives / scored;
    }

    double meanScore() {
        return scored == 0 ? 0 : scores / 1e6 / scored;
    }

    void write(DataOutput out) throws IOException {
        Wire.writeVarLong(messages, out);
        Wire.writeVarLong(reposts, out);
        Wire.writeVarLong(scored, out);
        Wire.writeVarLong(negatives, out);
        Wire.writeSigned(scores, out);
        weightiest.write(out);
        sourest.write(out);
        Wire.writeVarLong(across.size(), out);
        for (Map.Entry<String, Long> part : across.entrySet()) {
            Wire.writeString(part.getKey(), out);
            Wire.writeVarLong(part.getValue(), out);
        }
    }

    static SliceTally read(DataInput in) throws IOException {
        SliceTally tally = new SliceTally();
        tally.messages = Wire.readVarLong(in);
        tally.reposts = Wire.readVarLong(in);
        tally.scored = Wire.readVarLong(in);
        tally.negatives = Wire.readVarLong(in);
        tally.scores = Wire.readSigned(in);
        tally.weightiest.read(in);
        tally.sourest.read(in);
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            tally.across.put(Wire.readName(in), Wire.readVarLong(in));
        }
        return tally;
    }
}
