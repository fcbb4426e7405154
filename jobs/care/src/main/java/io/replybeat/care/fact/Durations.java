package io.replybeat.care.fact;

/**
 * How long did it take, on each of the three clocks?
 *
 * <p>Whole seconds, rounded down: {@code seconds} on the wall, {@code businessSeconds} inside the calendar, {@code
 * activeBusinessSeconds} inside the calendar without the paused stretches. {@code inBusinessHours} says whether the end
 * was inside the calendar.
 */
public record Durations(long seconds, long businessSeconds, long activeBusinessSeconds, boolean inBusinessHours) {}
