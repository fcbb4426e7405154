package io.replybeat.care.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How do people write a span of time? {@code 30s}, {@code 1h30m}, {@code 2d} (48 hours), {@code 200ms} or {@code PT15M}. */
public final class DurationText {

    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d+)d)?\\s*(?:(\\d+)h)?\\s*(?:(\\d+)m(?!s))?\\s*(?:(\\d+)s)?\\s*(?:(\\d+)ms)?");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] NAMES = {"d", "h", "m", "s", "ms"};

    private DurationText() {}

    /** An {@link IllegalArgumentException} says how to write it. */
    public static Duration parse(String text) {
        String written = text.strip();
        if (written.matches("\\d+")) {
            throw new IllegalArgumentException("it has no unit; write %1$ss, %1$sm, %1$sh or %1$sd".formatted(written));
        }
        try {
            return Duration.ofMillis(
                    written.startsWith("P") ? Duration.parse(written).toMillis() : ofUnits(written));
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            throw notUnderstood();
        }
    }

    private static long ofUnits(String text) {
        Matcher matcher = UNITS.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw notUnderstood();
        }
        long millis = 0;
        for (int i = 0; i < MILLIS.length; i++) {
            if (matcher.group(i + 1) != null) {
                long part = Math.multiplyExact(Long.parseLong(matcher.group(i + 1)), MILLIS[i]);
                millis = Math.addExact(millis, part);
            }
        }
        return millis;
    }

    private static IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException(
                "write whole numbers with units d, h, m, s, ms, such as 30s, 15m, 1h30m or 2d");
    }

    /** The shortest way to write it in the same units: 90 minutes are {@code 1h30m}, 24 hours {@code 1d}. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        long rest = duration.toMillis();
        for (int i = 0; i < MILLIS.length; i++) {
            if (rest >= MILLIS[i]) {
                text.append(rest / MILLIS[i]).append(NAMES[i]);
                rest %= MILLIS[i];
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}
