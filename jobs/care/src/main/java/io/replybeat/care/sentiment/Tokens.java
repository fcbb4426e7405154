package io.replybeat.care.sentiment;

import io.replybeat.care.sentiment.PolarityWords.Kind;
import io.replybeat.care.sentiment.PolarityWords.Known;

/**
 * Which words, phrases and signs stand in a text? Each Chinese or Japanese character is a word of its own here; what it
 * means together with the next ones is looked up in {@link PolarityWords}.
 */
final class Tokens {
    private static final int PRIME = Features.PRIME;
    private static final int NEGATED = 0x7F4A7C15;
    private static final int LONGEST_SIGN = 8;
    /** Didn't, wouldn't: any of them. */
    private static final Known CONTRACTED_NEGATION = new Known(Kind.NEGATION, Features.hashOfWord("n't"));

    private final char[] c;
    private final int length;
    private final PolarityWords lexicon;
    private final FeatureSink sink;
    private final Tones tones;
    /** Null where the order of the known words does not matter. */
    private final WordOrder order;

    private int at;
    private int last = Features.WORD;
    private int secondLast = Features.WORD;
    private int lastStart;
    private int secondLastStart;
    /** Where the last known word of Chinese or Japanese ends. */
    private int endOfMatch;

    // The token that is read.
    private int hash;
    private Known known;

    Tokens(NormalText text, PolarityWords lexicon, FeatureSink sink) {
        c = text.characters;
        length = text.length;
        this.lexicon = lexicon;
        this.sink = sink;
        tones = new Tones(sink);
        order = lexicon.isOrdered() ? new WordOrder(text, sink) : null;
    }

    void read() {
        while (at < length) {
            char first = c[at];
            if (first == ' ') {
                at++;
            } else if (first == '#' && at + 1 < length && NormalText.isWord(c[at + 1])) {
                hashtag();
            } else {
                token(first);
            }
        }
        tones.end();
    }

    /** The body follows as a word of its own. */
    private void hashtag() {
        int end = at + 1;
        while (end < length && NormalText.isWord(c[end])) {
            end++;
        }
        sink.words(Features.mix(Features.hashOf(c, at, end)), at, end);
        at++;
    }

    private void token(char first) {
        int start = at;
        hash = Features.WORD;
        known = null;
        boolean word = NormalText.isWord(first);
        if (Features.isIdeograph(first)) {
            word = true;
            ideograph();
        } else if (word) {
            letters();
        } else if (Character.isHighSurrogate(first) && at + 1 < length && Character.isLowSurrogate(c[at + 1])) {
            take();
            take();
            known = lexicon.ofWord(hash);
        } else {
            sign();
            known = lexicon.ofWord(hash);
        }
        emit(start, word);
        int end = Math.max(at, endOfMatch);
        tones.next(known, word, start, end);
        if (order != null && known != null) {
            order.next(known, start, end);
        }
    }

    private void take() {
        hash = (hash ^ c[at++]) * PRIME;
    }

    private void ideograph() {
        if (at >= endOfMatch) {
            int end = Math.min(length, at + lexicon.longest());
            int key = Features.WORD;
            for (int i = at; i < end && Features.isIdeograph(c[i]); i++) {
                key = (key ^ c[i]) * PRIME;
                Known found = lexicon.ofWord(key);
                if (found != null) {
                    known = found;
                    endOfMatch = i + 1;
                }
            }
        }
        take();
    }

    private void letters() {
        int start = at;
        int key = Features.WORD;
        int shorterKey = key;
        while (at < length && NormalText.isWord(c[at]) && !Features.isIdeograph(c[at])) {
            shorterKey = key;
            key = (key ^ PolarityWords.plain(c[at])) * PRIME;
            take();
            Known found = lexicon.ofPrefix(key);
            if (found != null) {
                known = found;
            }
        }
        if (at - start > 3 && c[at - 1] == 't' && c[at - 2] == '\'' && c[at - 3] == 'n') {
            known = CONTRACTED_NEGATION;
            return;
        }
        Known whole = lexicon.ofWord(key);
        if (whole == null && at - start > 2 && c[at - 1] == c[at - 2]) {
            // An elongated end: amooo.
            whole = lexicon.ofWord(shorterKey);
        }
        if (whole != null) {
            known = whole;
        }
    }

    /** A run of punctuation; an emoticon, with or without its nose; any other single sign. */
    private void sign() {
        int start = at;
        while (at < length && Features.isSign(c[at]) && at - start < LONGEST_SIGN) {
            if (c[at] == '-' && at > start) {
                at++;
            } else {
                take();
            }
        }
        if (at == start) {
            take();
        } else if (at == start + 1 + (c[start + 1] == '-' ? 1 : 0)
                && Features.isEyes(c[start])
                && at < length
                && Features.isMouth(c[at])
                && (at + 1 >= length || !NormalText.isWord(c[at + 1]))) {
            take();
        }
    }

    private void emit(int start, boolean word) {
        sink.words(Features.mix(hash), start, at);
        if (word && tones.negates()) {
            sink.words(Features.mix(hash ^ NEGATED), start, at);
        }
        int pair = (last * PRIME ^ hash) * PRIME;
        sink.words(Features.mix(pair), lastStart, at);
        sink.words(Features.mix((secondLast * PRIME ^ pair) * PRIME + 7), secondLastStart, at);
        secondLast = last;
        last = hash;
        secondLastStart = lastStart;
        lastStart = start;
    }
}
