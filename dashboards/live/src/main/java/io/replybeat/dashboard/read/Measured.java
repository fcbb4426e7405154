package io.replybeat.dashboard.read;

/**
 * One number and what it rests on: {@code of} samples. {@code value} is null when there is none (nothing over nothing is
 * not zero).
 */
public record Measured(Double value, long of) {}
