package io.replybeat.care.sentiment;

import io.replybeat.care.sentiment.PolarityWords.Kind;
import io.replybeat.care.sentiment.PolarityWords.Known;

/**
 * In which order do the known words of a text stand, and which of them in its last clause? Japanese says there what it
 * thinks of the rest: a wish, a regret, a plain report.
 */
final class WordOrder {
    private static final int LAST_CLAUSE = 0x6A09E667;
    private static final int PAIRS = 501;
    private static final int TRIPLES = 1001;
    private static final int KINDS_OF_LAST_CLAUSE = 3001;
    /** The kinds and, at the beginning of a text, none. */
    private static final int KINDS = Kind.values().length + 1;

    private final FeatureSink sink;
    private final int lastClause;
    private int last;
    private int secondLast;

    WordOrder(NormalText text, FeatureSink sink) {
        this.sink = sink;
        lastClause = startOfLastClause(text);
    }

    /** The next known word of the text. */
    void next(Known known, int start, int end) {
        int kind = known.kind().ordinal() + 1;
        int pair = last * KINDS + kind;
        sink.signs(Features.mix(PAIRS + pair), start, end);
        sink.signs(Features.mix(TRIPLES + secondLast * KINDS * KINDS + pair), start, end);
        if (start >= lastClause) {
            sink.signs(Features.mix(KINDS_OF_LAST_CLAUSE + kind), start, end);
            sink.signs(Features.mix(known.hash() ^ LAST_CLAUSE), start, end);
        }
        secondLast = last;
        last = kind;
    }

    /** Behind the last blank or punctuation that has a word after it. */
    private static int startOfLastClause(NormalText text) {
        int start = text.length;
        while (start > 0 && !NormalText.isWord(text.characters[start - 1])) {
            start--;
        }
        while (start > 0 && NormalText.isWord(text.characters[start - 1])) {
            start--;
        }
        return start;
    }
}
