package io.replybeat.care.alert;

/**
 * How much of the change comes from this slice?
 *
 * @param value measured in it, {@code expected} what is usual there
 * @param share of the whole change, 1 being all of it; more than 1 where other slices fell meanwhile
 */
public record Cause(Subject subject, double value, double expected, double share) {}
