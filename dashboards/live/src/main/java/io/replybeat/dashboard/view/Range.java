package io.replybeat.dashboard.view;

import io.replybeat.care.metric.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Over which time are the numbers taken? */
public sealed interface Range {

    /** The windows that are the range at this moment. */
    Span at(Instant now);

    /** Its word in the address; {@code custom} when it has none. */
    String word();

    /** Ranges that move with the clock: the window that runs now and those before it. */
    enum Lately implements Range {
        LAST_15M("15m", Duration.ofMinutes(15), WindowSize.MINUTE),
        LAST_1H("1h", Duration.ofHours(1), WindowSize.MINUTE),
        LAST_4H("4h", Duration.ofHours(4), WindowSize.MINUTE),
        /** Since midnight in the brand's zone: 25 hours and a zone's odd minutes at most. */
        TODAY("today", Duration.ofHours(26), WindowSize.HOUR),
        LAST_24H("24h", Duration.ofHours(24), WindowSize.HOUR),
        LAST_7D("7d", Duration.ofDays(7), WindowSize.HOUR);

        private final String word;
        private final Duration length;
        private final WindowSize window;

        Lately(String word, Duration length, WindowSize window) {
            this.word = word;
            this.length = length;
            this.window = window;
        }

        @Override
        public Span at(Instant now) {
            Instant end = ceiling(now.plusMillis(1), window);
            return new Span(end.minus(length), end, window, this == TODAY);
        }

        @Override
        public String word() {
            return word;
        }

        static Optional<Lately> of(String word) {
            return Arrays.stream(values())
                    .filter(range -> range.word.equals(word))
                    .findFirst();
        }

        static String words() {
            return Arrays.stream(values()).map(Lately::word).collect(Collectors.joining(", "));
        }
    }

    /** A stretch of the past, widened to whole windows. */
    record Between(Instant from, Instant to) implements Range {

        static final Duration LONGEST = Duration.ofDays(31);

        private static final Duration BY_MINUTE = Duration.ofHours(4);
        private static final Duration BY_HOUR = Duration.ofDays(7);

        @Override
        public Span at(Instant now) {
            Duration length = Duration.between(from, to);
            WindowSize window = length.compareTo(BY_MINUTE) <= 0
                    ? WindowSize.MINUTE
                    : length.compareTo(BY_HOUR) <= 0 ? WindowSize.HOUR : WindowSize.DAY;
            return new Span(floor(from, window), ceiling(to, window), window, false);
        }

        @Override
        public String word() {
            return "custom";
        }
    }

    private static Instant floor(Instant at, WindowSize window) {
        return window.equals(WindowSize.DAY)
                ? at.truncatedTo(ChronoUnit.DAYS)
                : Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), window.millis()) * window.millis());
    }

    private static Instant ceiling(Instant at, WindowSize window) {
        Instant floor = floor(at, window);
        return floor.equals(at) ? at : floor.plusMillis(window.millis());
    }
}
