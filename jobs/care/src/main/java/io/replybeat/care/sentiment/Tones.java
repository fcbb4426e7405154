package io.replybeat.care.sentiment;

import io.replybeat.care.sentiment.PolarityWords.Kind;
import io.replybeat.care.sentiment.PolarityWords.Known;

/**
 * What do the known words of a text say together: how much praise and blame, of what strength, which last, which turned
 * by a negation, which after a <i>but</i>?
 */
final class Tones {
    /** A negation reaches this many words far, or to the next punctuation. */
    private static final int REACH_OF_NEGATION = 4;
    /** The same backwards; in characters for Japanese, where an ending of its verb stands between. */
    private static final int REACH_BACKWARDS = 6;

    /** Tells a turned word from the same word. */
    private static final int TURNED = 0x2545F491;

    private final FeatureSink sink;
    private int negation;
    private int praise;
    private int blame;
    private int strength;
    private int lastPolarity;
    private boolean afterContrast;

    /** The last word of praise or blame, until it is certain that no negation follows; null when there is none. */
    private Known open;

    private int openStart;
    private int openEnd;
    private int openFor;
    private boolean openNegated;

    Tones(FeatureSink sink) {
        this.sink = sink;
    }

    /** Is the next word turned by a negation before it? */
    boolean negates() {
        return negation > 0;
    }

    /**
     * The next token of the text.
     *
     * @param known null when it is not in the list
     * @param word not a sign or an emoji
     */
    void next(Known known, boolean word, int start, int end) {
        if (open != null && start >= openEnd && (openFor-- == 0 || known == null && !word)) {
            close(false);
        }
        boolean turned = negation > 0 && word;
        negation = word ? Math.max(0, negation - 1) : 0;
        if (known == null) {
            return;
        }
        switch (known.kind()) {
            case DELIGHT, PRAISE, BLAME, OUTRAGE -> {
                close(false);
                open = known;
                openStart = start;
                openEnd = end;
                openFor = REACH_BACKWARDS;
                openNegated = turned;
            }
            case NEGATION_BEHIND -> {
                if (open == null) {
                    tell(known, start, end);
                }
                close(true);
            }
            case NEGATION -> {
                negation = REACH_OF_NEGATION;
                tell(known, start, end);
            }
            case CONTRAST -> {
                close(false);
                tell(known, start, end);
                sign(370 + lastPolarity, 0, 0);
                lastPolarity = 0;
                afterContrast = true;
            }
            default -> tell(known, start, end);
        }
    }

    /** By its kind and by itself: among words of one kind, some say more. */
    private void tell(Known known, int start, int end) {
        sign(230 + known.kind().ordinal(), start, end);
        sink.signs(Features.mix(known.hash()), start, end);
    }

    private void close(boolean negatedBehind) {
        if (open == null) {
            return;
        }
        Kind kind = open.kind();
        boolean praises = kind == Kind.DELIGHT || kind == Kind.PRAISE;
        boolean negated = openNegated != negatedBehind;
        int polarity = praises == negated ? -1 : 1;
        sign(201 + polarity + (negated ? 10 : 0), openStart, openEnd);
        sink.signs(Features.mix(negated ? open.hash() ^ TURNED : open.hash()), openStart, openEnd);
        if (kind == Kind.DELIGHT || kind == Kind.OUTRAGE) {
            sign(204 + polarity + (negated ? 10 : 0), openStart, openEnd);
            strength += polarity;
        }
        if (afterContrast) {
            sign(375 + polarity, openStart, openEnd);
        }
        if (polarity > 0) {
            praise++;
        } else {
            blame++;
        }
        lastPolarity = polarity;
        open = null;
    }

    /** After the last token. */
    void end() {
        close(false);
        sign(301 + 5 * Math.min(praise, 4) + Math.min(blame, 4), 0, 0);
        sign(341 + lastPolarity, 0, 0);
        sign(351 + Math.max(-3, Math.min(3, praise - blame)), 0, 0);
        sign(361 + Math.max(-3, Math.min(3, strength)), 0, 0);
    }

    private void sign(int number, int from, int to) {
        sink.signs(Features.mix(number), from, to);
    }
}
