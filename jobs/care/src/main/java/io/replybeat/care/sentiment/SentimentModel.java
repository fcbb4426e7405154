package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment;

/**
 * In which tone does a message speak?
 *
 * <p>The built-in answer is {@link LinearSentiment}; a user's own model or a scoring service stands behind the same
 * question. An implementation is safe for use by several threads and has an answer for every string: empty, of any
 * length, with unpaired surrogates.
 */
@FunctionalInterface
public interface SentimentModel {

    /**
     * The label of the likeliest tone and a score from −1 (negative) to 1 (positive).
     *
     * @param language as in the event: an ISO 639-1 code, with or without a region; {@code und} or null when unknown
     */
    Sentiment judge(String text, String language);
}
