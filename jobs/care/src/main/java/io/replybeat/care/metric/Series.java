package io.replybeat.care.metric;

import io.replybeat.care.document.DocumentId;

/** Whose numbers over time are these: of one brand, one value of one cut (of the cut brand, the brand itself)? */
public record Series(String brand, Cut cut, String value) {

    public static Series ofBrand(String brand) {
        return new Series(brand, Cut.BRAND, brand);
    }

    /** {@code brand|cut|value}, different for different series whatever characters they contain. */
    public String key() {
        return DocumentId.of(brand, cut.word(), value);
    }

    /** The series of a {@link #key()}. */
    public static Series parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not brand|cut|value: " + key);
        }
        return new Series(unescape(parts[0]), Cut.ofWord(parts[1]), unescape(parts[2]));
    }

    private static String unescape(String part) {
        return part.replace("%7C", "|").replace("%25", "%");
    }
}
