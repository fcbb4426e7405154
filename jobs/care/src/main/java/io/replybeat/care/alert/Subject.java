package io.replybeat.care.alert;

import io.replybeat.care.document.DocumentId;
import io.replybeat.care.metric.Cut;

/**
 * Which slice of a brand is meant: its topic {@code billing}, its network {@code x}; of the whole brand the name is the brand's,
 * of one conversation of it the conversation's.
 */
public record Subject(Cut cut, String name) implements Comparable<Subject> {

    private static final String NONE = "none";

    public static Subject brand(String brand) {
        return new Subject(Cut.BRAND, brand);
    }

    /** 0 stands for the conversations without a tier. */
    public static Subject tier(int tier) {
        return new Subject(Cut.TIER, tier == 0 ? NONE : Integer.toString(tier));
    }

    public static Subject conversation(String conversationId) {
        return new Subject(Cut.BRAND, conversationId);
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
        if (cut == Cut.BRAND) {
            return name;
        }
        return name.equals(NONE) ? "no " + cut.word() : cut.word() + " " + name;
    }

    /** The whole before its parts, then by name. */
    @Override
    public int compareTo(Subject other) {
        int byCut = cut.compareTo(other.cut);
        return byCut != 0 ? byCut : name.compareTo(other.name);
    }
}
