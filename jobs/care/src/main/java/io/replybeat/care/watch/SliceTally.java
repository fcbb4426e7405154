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

    /** How much and in which tone in each part across: of a network its topics, of a topic its networks. */
    final Map<String, Part> across = new TreeMap<>();

    /** Of a part only what adds up: how many messages, how many with a tone, how many negative, and their scores. */
    record Part(long messages, long scored, long negatives, long scores) {

        Part plus(Part other) {
            return new Part(
                    messages + other.messages,
                    scored + other.scored,
                    negatives + other.negatives,
                    scores + other.scores);
        }
    }

    void add(Message message, Heard heard, String part) {
        boolean toned = message.sentiment() != null && !message.repost();
        boolean negative = toned && message.sentiment().label() == Sentiment.Label.NEGATIVE;
        messages++;
        if (part != null) {
            Part one = new Part(1, toned ? 1 : 0, negative ? 1 : 0, toned ? heard.score() : 0);
            across.merge(part, one, Part::plus);
        }
        if (message.repost()) {
            reposts++;
            return;
        }
        weightiest.add(heard);
        if (toned) {
            scored++;
            scores += heard.score();
        }
        if (negative) {
            negatives++;
            sourest.add(heard);
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
        other.across.forEach((name, part) -> across.merge(name, part, Part::plus));
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
        for (Map.Entry<String, Part> part : across.entrySet()) {
            Wire.writeString(part.getKey(), out);
            Wire.writeVarLong(part.getValue().messages, out);
            Wire.writeVarLong(part.getValue().scored, out);
            Wire.writeVarLong(part.getValue().negatives, out);
            Wire.writeSigned(part.getValue().scores, out);
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
            tally.across.put(
                    Wire.readName(in),
                    new Part(Wire.readVarLong(in), Wire.readVarLong(in), Wire.readVarLong(in), Wire.readSigned(in)));
        }
        return tally;
    }
}
