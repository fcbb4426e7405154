package io.replybeat.care.topic;

import java.util.ArrayList;
import java.util.List;

/**
 * Which pieces of folded text, in which order and how near to each other, make a phrase of the taxonomy?
 *
 * <p>{@code charged .. twice} has two pieces, {@code " charged "} and {@code " twice "}, up to four words apart;
 * {@code rembours* pas} has {@code " rembours"} and {@code " pas "}, neighbours. The blanks are the ends of words; a
 * {@code *} and the scripts that write without blanks have none there.
 *
 * @param language under which the phrase was written; null where it was written under none
 * @param unless whether the phrase takes back what others found where it stands
 * @param written as it was written
 */
record Phrase(TopicEntry entry, String language, boolean unless, String written) {

    /** How many words {@code ..} stands for at most. */
    static final int GAP_WORDS = 4;

    private static final String GAP = "..";
    private static final String ANY_LETTERS = "*";

    /** Arabic writes "and" as one word with what follows. */
    private static final String ARABIC_AND = "\u0648";

    /** @param wordsBefore how many words may stand between this piece and the one before it */
    record Piece(String text, int wordsBefore) {}

    /**
     * The ways to write it, one of which is enough. They are needed once, when the rules are made, and not kept.
     *
     * @throws IllegalArgumentException with what is wrong with the phrase
     */
    List<List<Piece>> spellings() {
        List<List<Piece>> spellings = new ArrayList<>();
        spellings.add(pieces(written));
        String transcribed = withoutUmlauts(written);
        if (!transcribed.equals(written)) {
            spellings.add(pieces(transcribed));
        }
        if (Character.UnicodeBlock.of(written.charAt(0)) == Character.UnicodeBlock.ARABIC) {
            spellings.add(pieces(ARABIC_AND + written));
        }
        return spellings;
    }

    /** Texts fold ü to u; those who have no ü on their keyboard write ue. */
    private static String withoutUmlauts(String written) {
        return written.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
    }

    private static List<Piece> pieces(String written) {
        List<Piece> pieces = new ArrayList<>();
        String words = "";
        int wordsBefore = 0;
        String last = GAP;
        for (String word : written.strip().split("\\s+")) {
            if (last.equals(GAP) && word.equals(GAP)) {
                throw misplacedGap();
            }
            boolean newPiece = last.equals(GAP) || last.endsWith(ANY_LETTERS) || word.startsWith(ANY_LETTERS);
            if (newPiece && !words.isEmpty()) {
                pieces.add(piece(words, wordsBefore));
                words = "";
            }
            if (newPiece) {
                wordsBefore = last.equals(GAP) ? GAP_WORDS : 0;
            }
            if (!word.equals(GAP)) {
                words = words.isEmpty() ? word : words + " " + word;
            }
            last = word;
        }
        if (last.equals(GAP)) {
            throw misplacedGap();
        }
        pieces.add(piece(words, wordsBefore));
        return pieces;
    }

    private static IllegalArgumentException misplacedGap() {
        return new IllegalArgumentException("\"..\" stands for the words between two others");
    }

    private static Piece piece(String words, int wordsBefore) {
        boolean anyBefore = words.startsWith(ANY_LETTERS);
        boolean anyAfter = words.endsWith(ANY_LETTERS) && words.length() > 1;
        String core = words.substring(anyBefore ? 1 : 0, words.length() - (anyAfter ? 1 : 0));
        if (core.contains(ANY_LETTERS)) {
            throw new IllegalArgumentException("\"*\" stands at the beginning or the end of a word");
        }
        String folded = FoldedText.of(core).toString();
        if (folded.chars().noneMatch(c -> Letters.isLetterOrDigit((char) c))) {
            throw new IllegalArgumentException("it has no letters or digits to find");
        }
        if (folded.indexOf(FoldedText.SENTENCE_END) >= 0) {
            throw new IllegalArgumentException("a phrase lies within a sentence; leave . ! ? out");
        }
        boolean freeStart = anyBefore || Letters.isDense(folded.charAt(1));
        boolean freeEnd = anyAfter || Letters.isDense(folded.charAt(folded.length() - 2));
        return new Piece(folded.substring(freeStart ? 1 : 0, folded.length() - (freeEnd ? 1 : 0)), wordsBefore);
    }
}
