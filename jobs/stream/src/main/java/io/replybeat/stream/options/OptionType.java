package io.replybeat.stream.options;

import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.DurationText;
import io.replybeat.care.config.Nearest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How is a value of this kind written? {@code parse} says in an {@link IllegalArgumentException} what to write instead;
 * what {@code format} writes it reads back.
 *
 * @param name for people, with the unit
 */
record OptionType<T>(String name, Function<String, T> parse, Function<T, String> format) {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})\\s*(B|KiB|MiB|GiB)?");
    private static final List<String> BYTE_UNITS = List.of("B", "KiB", "MiB", "GiB");

    static final OptionType<String> TEXT = new OptionType<>("text", text -> text, text -> text);

    static final OptionType<Boolean> SWITCH = new OptionType<>("true, false", OptionType::truth, String::valueOf);

    static final OptionType<Duration> DURATION =
            new OptionType<>("duration", OptionType::positiveDuration, DurationText::format);

    static final OptionType<Long> SIZE = new OptionType<>("bytes", OptionType::bytes, OptionType::formatBytes);

    static final OptionType<Instant> INSTANT = new OptionType<>("instant", OptionType::instant, Instant::toString);

    static final OptionType<URI> HTTP_URL = new OptionType<>("URL", OptionType::httpUrl, URI::toString);

    static final OptionType<AlertLink> ALERT_LINK =
            new OptionType<>("URL with places", AlertLink::parse, AlertLink::template);

    static OptionType<Integer> wholeFrom(int least) {
        return new OptionType<>(
                "whole number, %d or more".formatted(least), text -> whole(text, least), String::valueOf);
    }

    static <E extends Enum<E>> OptionType<E> oneOf(Class<E> type) {
        return new OptionType<>(
                String.join(", ", ConfigTree.words(type)), text -> constant(type, text), value -> value.name()
                        .toLowerCase(Locale.ROOT));
    }

    /** In text separated by commas, in a file also a YAML list. */
    static <T> OptionType<List<T>> listOf(OptionType<T> element) {
        return new OptionType<>(
                "list: " + element.name(),
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(element.parse)
                        .distinct()
                        .toList(),
                list -> list.stream().map(element.format).collect(Collectors.joining(",")));
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }

    private static int whole(String text, int least) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("write a whole number from %d to 999999999".formatted(least));
    }

    private static Duration positiveDuration(String text) {
        Duration duration = DurationText.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("write a duration longer than nothing, such as 1s");
        }
        return duration;
    }

    private static long bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("write a number of bytes above 0, such as 65536, 64KiB or 5MiB");
        }
        int power = matcher.group(2) == null ? 0 : BYTE_UNITS.indexOf(matcher.group(2));
        return Long.parseLong(matcher.group(1)) << (10 * power);
    }

    private static String formatBytes(long bytes) {
        int power = Math.min(BYTE_UNITS.size() - 1, Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * power)) + BYTE_UNITS.get(power);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write an instant in UTC, such as 2026-03-04T10:00:00Z");
        }
    }

    private static URI httpUrl(String text) {
        if (text.matches("https?://[^\\s/]+.*")) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                // It is told below, in our words.
            }
        }
        throw new IllegalArgumentException("write a URL such as http://localhost:9200 or https://search.example:9200");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        List<String> words = ConfigTree.words(type);
        int found = words.indexOf(text.toLowerCase(Locale.ROOT));
        if (found >= 0) {
            return type.getEnumConstants()[found];
        }
        throw new IllegalArgumentException(
                "did you mean \"%s\"? Known are %s".formatted(Nearest.to(text, words), String.join(", ", words)));
    }
}
