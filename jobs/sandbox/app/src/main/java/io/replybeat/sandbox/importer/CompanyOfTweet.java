package io.replybeat.sandbox.importer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * To which company does a tweet belong?
 *
 * <p>A chain in which one company writes is that company's. Where several write, each has a conversation of its own under the
 * same root: a company's tweet is its own; a customer's belongs to the nearest company above it, else to the one that
 * answers it or, nearest above, what it hangs below; else to the one that wrote first. Where none writes, nobody knows:
 * {@link Companies#NONE}.
 */
final class CompanyOfTweet {

    private final ReplyForest forest;
    private final int[] writer;
    private final int[] answeredBy;
    private final int[] firstInChain;
    private final BitSet several;

    /** @param writer the company that wrote the tweet of each number, or {@link Companies#NONE} */
    CompanyOfTweet(ReplyForest forest, int[] writer) {
        this.forest = forest;
        this.writer = writer;
        this.answeredBy = new int[forest.tweets()];
        this.firstInChain = new int[forest.chains()];
        this.several = new BitSet(forest.chains());
        Arrays.fill(answeredBy, Companies.NONE);
        Arrays.fill(firstInChain, Companies.NONE);
        int[] firstAnswer = new int[forest.tweets()];
        int[] firstTweet = new int[forest.chains()];
        for (int tweet = 0; tweet < forest.tweets(); tweet++) {
            if (writer[tweet] != Companies.NONE) {
                int chain = forest.chainOf(tweet);
                if (firstInChain[chain] != Companies.NONE && firstInChain[chain] != writer[tweet]) {
                    several.set(chain);
                }
                keepFirst(tweet, chain, firstInChain, firstTweet);
                if (forest.parentOf(tweet) != LongIndex.ABSENT) {
                    keepFirst(tweet, forest.parentOf(tweet), answeredBy, firstAnswer);
                }
            }
        }
    }

    int of(int tweet) {
        int first = firstInChain[forest.chainOf(tweet)];
        if (!several.get(forest.chainOf(tweet))) {
            return first;
        }
        int above = nearestAbove(tweet, at -> writer[at]);
        if (above != Companies.NONE) {
            return above;
        }
        int answers = nearestAbove(tweet, at -> answeredBy[at]);
        return answers != Companies.NONE ? answers : first;
    }

    boolean isUnknownInChain(int chain) {
        return firstInChain[chain] == Companies.NONE;
    }

    boolean knowsAll() {
        return Arrays.stream(firstInChain).noneMatch(company -> company == Companies.NONE);
    }

    /** Of several tweets at one place the one with the smallest id counts, in whatever order they come. */
    private void keepFirst(int tweet, int place, int[] companies, int[] tweets) {
        if (companies[place] == Companies.NONE || forest.idOf(tweet) < forest.idOf(tweets[place])) {
            companies[place] = writer[tweet];
            tweets[place] = tweet;
        }
    }

    private int nearestAbove(int tweet, IntUnaryOperator company) {
        for (int at = tweet; at != LongIndex.ABSENT; at = forest.parentOf(at)) {
            if (company.applyAsInt(at) != Companies.NONE) {
                return company.applyAsInt(at);
            }
        }
        return Companies.NONE;
    }
}
