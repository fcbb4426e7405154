package io.replybeat.care.callout;

import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.config.DurationText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How are stories put into words, for people? Numbers and names of topics, never a customer's. */
final class Words {

    private static final int MOST_TOPICS = 5;
    private static final long SECOND = 1000;

    private Words() {}

    static String ofEnd(End end) {
        return switch (end) {
            case NOT_YET -> "";
            case QUIET -> " Over: nothing more came; what has no answer still has none.";
            case ANSWERED -> " Over: the brand has answered.";
            case CLOSED -> " Over: the conversation was closed.";
            case BETTER -> " Over: the customer sounds better again.";
        };
    }

    /** {@code 1,250,000}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** To the second. */
    static String span(long millis) {
        return DurationText.format(Duration.ofMillis((millis + SECOND - 1) / SECOND * SECOND));
    }

    /** {@code billing (4), delivery (2)}, or {@code no known topic}. */
    static String topics(Outcry outcry) {
        return outcry.topics().isEmpty()
                ? "no known topic"
                : outcry.topics().stream().limit(MOST_TOPICS).map(Words::topic).collect(Collectors.joining(", "));
    }

    private static String topic(Map.Entry<String, Integer> topic) {
        return topic.getKey() + " (" + topic.getValue() + ")";
    }
}
