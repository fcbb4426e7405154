package io.replybeat.stream.intake;

import io.replybeat.care.codec.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Is this a name that ids can be made of? Not blank, not endless, and the same after a journey as bytes.
 *
 * <p>Half a surrogate pair, which JSON can spell, turns into a question mark on the way: the two sides of a shuffle would
 * see different keys and the job would stop.
 */
final class NameRule {

    private NameRule() {}

    static String required(String field, String value) throws Refusal {
        String name = optional(field, value);
        if (name == null) {
            throw Refusal.missing(field);
        }
        return name;
    }

    /** The name, or null where there is none or it is blank. */
    static String optional(String field, String value) throws Refusal {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (Utf8Size.exceeds(value, Limits.NAME_BYTES)) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    field,
                    field + " is longer than " + Limits.NAME_BYTES + " bytes; send a shorter one");
        }
        if (hasHalfPair(value)) {
            throw Refusal.badValue(field, field + " holds half a surrogate pair; send well-formed text");
        }
        return value;
    }

    /** Like {@link #optional}, for names that come again and again. */
    static String shared(String field, String value) throws Refusal {
        return Names.shared(optional(field, value));
    }

    static List<String> tags(String field, List<String> values) throws Refusal {
        if (values == null || values.isEmpty()) {
            return List.of();
        }
        if (values.size() > Limits.TAGS) {
            throw new Refusal(
                    Reason.TOO_LARGE, field, field + " has more than " + Limits.TAGS + " tags; send those that matter");
        }
        List<String> tags = new ArrayList<>(values.size());
        for (String value : values) {
            String tag = shared(field, value);
            if (tag != null) {
                tags.add(tag);
            }
        }
        return List.copyOf(tags);
    }

    static boolean hasHalfPair(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isSurrogate(value.charAt(i))) {
                continue;
            }
            if (i + 1 == value.length() || !Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1))) {
                return true;
            }
            i++;
        }
        return false;
    }
}
