package io.replybeat.care.callout;

import java.io.Serializable;

/** From when on is what weighty authors and unanswered customers write worth an alert (DEFINITIONS §6)? Spans are milliseconds. */
public record CalloutPolicy(
        Surge surge, Snowball snowball, IgnoredInfluencer ignoredInfluencer, CoolingFailure coolingFailure)
        implements Serializable {

    private static final long MINUTE = 60_000;

    public static final CalloutPolicy DEFAULT = new CalloutPolicy(
            new Surge(3, 10 * MINUTE, 10 * MINUTE, 1_000_000),
            new Snowball(30 * MINUTE, 5, 60 * MINUTE, 2),
            new IgnoredInfluencer(30 * MINUTE),
            new CoolingFailure(4, 500_000));

    /**
     * @param authors so many different ones, 2 or more
     * @param within the first and the last of them at most so far apart
     * @param quiet over once nobody has called out for so long
     * @param criticalReach critical from so many followers in all
     */
    public record Surge(int authors, long within, long quiet, long criticalReach) implements Serializable {}

    /**
     * @param unanswered for so long the complaint has waited
     * @param customers so many others take it up then
     * @param within so long after that; over once nobody did for so long
     * @param growth they count beyond so many times the posts there were in as long a span before the complaint
     */
    public record Snowball(long unanswered, int customers, long within, int growth) implements Serializable {}

    /** @param after a weighty post waits for so long */
    public record IgnoredInfluencer(long after) implements Serializable {}

    /**
     * @param exchanges so many in a row, 3 or more, each of them worse than the one before
     * @param fall in millionths of the scale: the last one so much worse than the first
     */
    public record CoolingFailure(int exchanges, long fall) implements Serializable {}
}
