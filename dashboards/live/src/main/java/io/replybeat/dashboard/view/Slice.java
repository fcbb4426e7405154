package io.replybeat.dashboard.view;

import io.replybeat.care.metric.Cut;

/** Which part of a brand: one value of one cut, as windows and alerts are cut. */
public record Slice(Cut cut, String value) {}
