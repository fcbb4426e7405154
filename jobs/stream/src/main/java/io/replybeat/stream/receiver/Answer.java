package io.replybeat.stream.receiver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What does a receiver say to a request, and what does that mean?
 *
 * @param retryAfter the header of that name; null without
 * @param text the beginning of what it said, for people
 */
record Answer(int status, String retryAfter, String text) {

    enum Verdict {
        /** The receiver has it. */
        TOLD,
        /** It cannot now, but will: wait and tell again. */
        AGAIN,
        /** It will never take this one. */
        NEVER
    }

    /** Whoever asks for more has made a mistake, and the alert should not pay for it. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    Verdict verdict() {
        if (status >= 200 && status < 300) {
            return Verdict.TOLD;
        }
        return status == 408 || status == 429 || status >= 500 ? Verdict.AGAIN : Verdict.NEVER;
    }

    /** How many milliseconds the receiver wants to be left alone; 0 if it does not say, or in no way HTTP knows. */
    long waitFrom(long now) {
        if (retryAfter == null) {
            return 0;
        }
        long asked = retryAfter.strip().matches("\\d{1,9}")
                ? Long.parseLong(retryAfter.strip()) * 1_000
                : untilDate(retryAfter.strip(), now);
        return Math.max(0, Math.min(asked, LONGEST_WAIT.toMillis()));
    }

    private static long untilDate(String date, long now) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.toEpochMilli() - now;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return text.isEmpty() ? Integer.toString(status) : status + " " + text;
    }
}
