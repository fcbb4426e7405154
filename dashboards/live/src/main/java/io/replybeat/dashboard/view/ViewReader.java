package io.replybeat.dashboard.view;

import io.replybeat.care.metric.Cut;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which view do these parameters name? What is not given has its default; what is wrong is named, with the remedy. */
public final class ViewReader {

    /** A name longer than that is nobody's: the indices keep no longer ones. */
    private static final int LONGEST_NAME = 1024;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private ViewReader() {}

    /** @param parameters by name, each with one value */
    public static View read(Map<String, String> parameters) throws BadQuestion {
        String brand = name(parameters, "brand");
        Slice slice = slice(parameters);
        Cut otherwise = brand == null ? Cut.BRAND : slice == null ? Cut.NETWORK : slice.cut();
        return new View(brand, slice, range(parameters), by(parameters, otherwise), hours(parameters));
    }

    private static Slice slice(Map<String, String> parameters) throws BadQuestion {
        String word = name(parameters, "cut");
        String value = name(parameters, "value");
        if (word == null && value == null) {
            return null;
        }
        if (word == null || value == null) {
            throw new BadQuestion(
                    word == null ? "cut" : "value", "cut and value belong together", "give both, or neither");
        }
        Cut cut = cut("cut", word);
        if (cut == Cut.BRAND) {
            throw new BadQuestion("cut", "a brand is chosen by brand", "brand=" + value);
        }
        return new Slice(cut, value);
    }

    private static Cut by(Map<String, String> parameters, Cut otherwise) throws BadQuestion {
        String word = name(parameters, "by");
        return word == null ? otherwise : cut("by", word);
    }

    private static Cut cut(String field, String word) throws BadQuestion {
        return Arrays.stream(Cut.values())
                .filter(cut -> cut.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadQuestion(
                        field,
                        "\"" + word + "\" is no cut",
                        "one of " + Arrays.stream(Cut.values()).map(Cut::word).collect(Collectors.joining(", "))));
    }

    private static Hours hours(Map<String, String> parameters) throws BadQuestion {
        String word = name(parameters, "hours");
        if (word == null) {
            return Hours.ALL;
        }
        return Arrays.stream(Hours.values())
                .filter(hours -> hours.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadQuestion("hours", "\"" + word + "\" are no hours", "all, business or off"));
    }

    private static Range range(Map<String, String> parameters) throws BadQuestion {
        String from = name(parameters, "from");
        String to = name(parameters, "to");
        if (from != null || to != null) {
            return between(instant("from", from), instant("to", to));
        }
        String word = name(parameters, "range");
        return word == null
                ? View.DEFAULT.range()
                : Range.Lately.of(word.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new BadQuestion(
                                "range",
                                "\"" + word + "\" is no range",
                                "one of " + Range.Lately.words() + ", or from and to"));
    }

    private static Range between(Instant from, Instant to) throws BadQuestion {
        if (!from.isBefore(to)) {
            throw new BadQuestion("to", "the range ends before it begins", "a to after from");
        }
        if (Duration.between(from, to).compareTo(Range.Between.LONGEST) > 0) {
            throw new BadQuestion("to", "the range is longer than 31 days", "a shorter one, or a query of your own");
        }
        return new Range.Between(from, to);
    }

    private static Instant instant(String field, String text) throws BadQuestion {
        try {
            Instant at = text == null ? null : Instant.parse(text);
            if (at != null && at.isAfter(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            throw new BadQuestion(field, "\"" + text + "\" is no instant", "such as 2026-03-04T10:00:00Z");
        }
        throw text == null
                ? new BadQuestion(field, "from and to belong together", "give both, such as 2026-03-04T10:00:00Z")
                : new BadQuestion(field, "nothing was measured then", "an instant between 1970 and 9999");
    }

    private static String name(Map<String, String> parameters, String field) throws BadQuestion {
        String value = parameters.get(field);
        if (value != null && value.length() > LONGEST_NAME) {
            throw new BadQuestion(field, "longer than " + LONGEST_NAME + " characters", "a shorter name");
        }
        return value == null || value.isEmpty() ? null : value;
    }
}
