package io.replybeat.care.sentiment;

import java.util.List;

/**
 * Why does a text sound as it does?
 *
 * <p>Contributions are what speaks for positive less what speaks for negative, in natural logarithms of odds: e to the
 * power of {@link #total} is how many times likelier positive is than negative. What speaks for neutral is not in it.
 *
 * @param terms the words of the text, strongest first, equal ones added up
 * @param rest what is no single word's doing: length, shouting, elongation, how praise and blame are mixed, the tone
 *     that is usual
 */
public record Explanation(List<Term> terms, double rest) {

    /**
     * A word, a run of signs or emoji, or of Chinese or Japanese characters that pull the same way.
     *
     * @param term as it was looked at: lower case, repetitions cut, any mention as {@code @…}, any link as {@code http…}
     * @param contribution also of the phrases and n-grams it is a part of, by its share of their characters
     */
    public record Term(String term, double contribution) {}

    public Explanation {
        terms = List.copyOf(terms);
    }

    public double total() {
        return rest + terms.stream().mapToDouble(Term::contribution).sum();
    }
}
