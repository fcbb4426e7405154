package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment.Label;

/** A text whose tone people have judged; {@code source} names the data set it is from. */
public record LabelledText(Label label, String language, String source, String text) {}
