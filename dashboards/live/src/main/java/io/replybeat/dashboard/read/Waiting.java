package io.replybeat.dashboard.read;

import java.time.Instant;
import java.util.List;

/**
 * Who waits right now: how many customers, since when the oldest, and how many in each {@link AgeBands age band}, youngest
 * first. {@code oldestSince} is null when nobody waits.
 */
public record Waiting(long customers, Instant oldestSince, List<Long> bands) {

    static final Waiting NOBODY = new Waiting(0, null, List.of(0L, 0L, 0L, 0L));
}
