package io.replybeat.care.sentiment;

/**
 * From which view of a text is a feature? Each family has a weights table and a norm of its own: a tweet has some
 * twenty words but four hundred character n-grams, and neither may drown the other.
 */
enum Family {
    /** Words, pairs and triples of them, hashtags, emoji, emoticons, runs of punctuation; negated ones apart. */
    WORDS,
    /** Character n-grams of the whole text, across the borders of words. */
    CHARACTERS,
    /**
     * Known words of praise and blame, each by its kind and by itself; what holds for the text as a whole: shouting,
     * elongation, length.
     */
    SIGNS;

    static final int COUNT = values().length;
}
