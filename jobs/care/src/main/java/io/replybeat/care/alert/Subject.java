package io.replybeat.care.alert;

import io.replybeat.care.document.DocumentId;
import io.replybeat.care.metric.Cut;

/** Which slice of a brand is meant: its topic {@code billing}, its network {@code x}; of the whole brand the name is the brand's. */
public record Subject(Cut cut, String name) implements Comparable<Subject> {

    public static Subject brand(String brand) {
        return new Subject(Cut.BRAND, brand);
    }

    /** {@code topic|billing}. */
    public String text() {
        return DocumentId.of(cut.word(), name);
    }

    /** The reverse of {@link #text}. */
    public static Subject parse(String text) {
        var parts = DocumentId.parts(text);
        return new Subject(Cut.ofWord(parts.get(0)), parts.get(1));
    }

    /** In a sentence. */
    public String inWords() {
        return cut == Cut.BRAND ? name : cut.word() + " " + name;
    }

    /** The whole before its parts, then by name. */
    @Override
    public int compareTo(Subject other) {
        int byCut = cut.compareTo(other.cut);
        return byCut != 0 ? byCut : name.compareTo(other.name);
    }
}
