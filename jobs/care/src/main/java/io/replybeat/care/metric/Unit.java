package io.replybeat.care.metric;

/** What kind of value does a metric have, and so what may be done with it? */
public enum Unit {
    COUNT("count", "adds up over windows"),
    PEOPLE("people", "does not add up over windows"),
    SECONDS("seconds", "a sum adds up; a mean or a quantile does not: merge the windows, then ask again"),
    SHARE("share", "a ratio, 1 = 100 %; never average it: divide the sums"),
    SCORE("score", "from −1 to 1; never average it: divide the sums"),
    HISTOGRAM("counts by band", "adds up band by band (" + Bands.names() + "); a band without any is left out"),
    SKETCH("sketch", "base64 of a mergeable quantile sketch; adds up by merging"),
    TALLY("list of value and count", "adds up value by value, of the 100 most frequent ones of each window");

    private final String word;
    private final String use;

    Unit(String word, String use) {
        this.word = word;
        this.use = use;
    }

    public String word() {
        return word;
    }

    /** How values of this unit are combined over windows. */
    public String use() {
        return use;
    }
}
