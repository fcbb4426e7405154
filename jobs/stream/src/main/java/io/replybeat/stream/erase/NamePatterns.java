package io.replybeat.stream.erase;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where does a text hold one of these names whole?
 *
 * <p>A name goes on with letters and digits of ASCII and underscores: {@code @annaさん} is Anna, {@code @annab} is not. In any
 * case of letters.
 */
final class NamePatterns {

    private static final String NOT_AFTER_ITS_LIKE = "(?<![A-Za-z0-9_])";
    private static final String NOT_BEFORE_ITS_LIKE = "(?![A-Za-z0-9_])";

    private NamePatterns() {}

    /** Behind an @, of full width too. */
    static Pattern mentionOf(Collection<String> handles) {
        return pattern("[@＠]" + anyOf(handles.stream().map(Pattern::quote).toList()));
    }

    /** Anywhere in words, in JSON or in Avro. */
    static Pattern anywhere(Collection<String> names) {
        return pattern(anyOf(names.stream()
                .map(name -> "(?:" + NOT_AFTER_ITS_LIKE + "|" + afterLengthInAvro(name) + ")" + Pattern.quote(name))
                .toList()));
    }

    /**
     * Avro writes that there is a string (2) and twice its length before it: of 36 characters, as UUIDs have, "H". From 64
     * on that takes two bytes, of which the second is no letter.
     */
    private static String afterLengthInAvro(String name) {
        int twice = 2 * name.getBytes(StandardCharsets.UTF_8).length;
        return "(?<=\\x02\\x%02x)".formatted(twice & 0x7f);
    }

    /** The longest first, so that of two of the author's handles the whole one goes. */
    private static String anyOf(Collection<String> patterns) {
        return patterns.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Pattern pattern(String names) {
        return Pattern.compile(names + NOT_BEFORE_ITS_LIKE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
