package io.replybeat.care.metric;

import io.replybeat.care.document.DocumentId;
import java.util.List;

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
        List<String> parts = DocumentId.parts(key);
        if (parts.size() != 3) {
            throw new IllegalArgumentException("not brand|cut|value: " + key);
        }
        return new Series(parts.get(0), Cut.ofWord(parts.get(1)), parts.get(2));
    }
}
