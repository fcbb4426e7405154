package io.replybeat.stream.document;

import java.io.Serializable;
import java.time.Duration;

/**
 * How soon is what changed written out?
 *
 * <p>After {@code interval} as a rule. While event time is more than {@value #BEHIND_MILLIS} ms behind the clock, a tenth as
 * often: nobody acts on the numbers of last Tuesday while they fill, and an hour that is written once a second during a
 * replay costs the index a document and a deletion each time. The documents it ends with are the same.
 */
public record WritePace(Duration interval) implements Serializable {

    private static final long BEHIND_MILLIS = 600_000;
    private static final int SELDOM = 10;

    /**
     * Whether to write now, asked once an interval: so the first event after a quiet night waits no longer than another.
     *
     * @param clock now, in milliseconds
     * @param eventTime how far event time has come, {@link Long#MIN_VALUE} while nobody knows
     * @param writtenAt when it was written last, by the same clock
     */
    public boolean isDue(long clock, long eventTime, long writtenAt) {
        boolean behind = eventTime != Long.MIN_VALUE && clock - eventTime > BEHIND_MILLIS;
        return !behind || clock - writtenAt >= SELDOM * interval.toMillis();
    }
}
