package io.replybeat.dashboard.read;

/** What does a number on the page say, in which unit, and how is it counted? */
public sealed interface PageNumber permits NowNumber, RangeNumber {

    /** Its name in the snapshot. */
    String key();

    /** What it stands under, with its neighbours. */
    String group();

    String title();

    /** {@code count}, {@code seconds} or {@code share}. */
    String unit();

    String definition();
}
