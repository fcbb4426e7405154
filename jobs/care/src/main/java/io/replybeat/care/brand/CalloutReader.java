package io.replybeat.care.brand;

import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.CalloutPolicy.CoolingFailure;
import io.replybeat.care.callout.CalloutPolicy.IgnoredInfluencer;
import io.replybeat.care.callout.CalloutPolicy.Snowball;
import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.DurationText;
import io.replybeat.care.config.Problems;

/** Reads {@code callouts}: a section a story. */
record CalloutReader(Problems problems) {

    private static final long LONGEST = 7 * 86_400_000L;
    private static final int MOST = 100;

    CalloutPolicy policy(ConfigTree tree) {
        Section callouts = Section.of(tree, "callouts", problems);
        CalloutPolicy otherwise = CalloutPolicy.DEFAULT;
        return new CalloutPolicy(
                callouts.read(BrandKey.SURGE, each -> surge(each, otherwise.surge()), otherwise.surge()),
                callouts.read(BrandKey.SNOWBALL, each -> snowball(each, otherwise.snowball()), otherwise.snowball()),
                callouts.read(
                        BrandKey.IGNORED_INFLUENCER,
                        each -> ignored(each, otherwise.ignoredInfluencer()),
                        otherwise.ignoredInfluencer()),
                callouts.read(
                        BrandKey.COOLING_FAILURE,
                        each -> cooling(each, otherwise.coolingFailure()),
                        otherwise.coolingFailure()));
    }

    private Surge surge(ConfigTree tree, Surge otherwise) {
        Section surge = Section.of(tree, "callouts.surge", problems);
        return new Surge(
                (int) surge.read(BrandKey.AUTHORS, each -> number(each, 2, MOST), (long) otherwise.authors())
                        .longValue(),
                surge.read(BrandKey.WITHIN, CalloutReader::span, otherwise.within()),
                surge.read(BrandKey.QUIET, CalloutReader::span, otherwise.quiet()),
                surge.read(
                        BrandKey.CRITICAL_REACH, each -> number(each, 1, Long.MAX_VALUE), otherwise.criticalReach()));
    }

    private Snowball snowball(ConfigTree tree, Snowball otherwise) {
        Section snowball = Section.of(tree, "callouts.snowball", problems);
        return new Snowball(
                snowball.read(BrandKey.UNANSWERED, CalloutReader::span, otherwise.unanswered()),
                (int) snowball.read(BrandKey.CUSTOMERS, each -> number(each, 1, MOST), (long) otherwise.customers())
                        .longValue(),
                snowball.read(BrandKey.SNOWBALL_WITHIN, CalloutReader::span, otherwise.within()),
                (int) snowball.read(BrandKey.GROWTH, each -> number(each, 0, MOST), (long) otherwise.growth())
                        .longValue());
    }

    private IgnoredInfluencer ignored(ConfigTree tree, IgnoredInfluencer otherwise) {
        return new IgnoredInfluencer(Section.of(tree, "callouts.ignored_influencer", problems)
                .read(BrandKey.AFTER, CalloutReader::span, otherwise.after()));
    }

    private CoolingFailure cooling(ConfigTree tree, CoolingFailure otherwise) {
        Section cooling = Section.of(tree, "callouts.cooling_failure", problems);
        return new CoolingFailure(
                (int) cooling.read(BrandKey.EXCHANGES, each -> number(each, 3, MOST), (long) otherwise.exchanges())
                        .longValue(),
                cooling.read(BrandKey.FALL, CalloutReader::fall, otherwise.fall()));
    }

    private static long fall(ConfigTree tree) {
        return tree.as(text -> {
            if (!text.matches("\\d(\\.\\d{1,6})?") || Double.parseDouble(text) < 0.01 || Double.parseDouble(text) > 2) {
                throw new IllegalArgumentException("write a number from 0.01 to 2, such as 0.5");
            }
            return Math.round(Double.parseDouble(text) * 1e6);
        });
    }

    /** Longer than a week nothing is remembered. */
    private static long span(ConfigTree tree) {
        long span = tree.as(DurationText::parse).toMillis();
        if (span <= 0 || span > LONGEST) {
            throw tree.error("write a span of more than nothing and at most 7d");
        }
        return span;
    }

    private static long number(ConfigTree tree, long least, long most) {
        return tree.as(text -> {
            String digits = text.replace("_", "");
            if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) < least || Long.parseLong(digits) > most) {
                throw new IllegalArgumentException(
                        most == Long.MAX_VALUE
                                ? "write a whole number from %d".formatted(least)
                                : "write a whole number from %d to %d".formatted(least, most));
            }
            return Long.parseLong(digits);
        });
    }
}
