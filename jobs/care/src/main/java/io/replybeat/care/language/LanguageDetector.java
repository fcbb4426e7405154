package io.replybeat.care.language;

/**
 * In which language is a text?
 *
 * <p>The built-in answer is {@link GramDetector}. An implementation is safe for use by several threads and has an answer
 * for every string: empty, of any length, with unpaired surrogates.
 */
@FunctionalInterface
public interface LanguageDetector {

    /** What is answered when no language is likely enough, as in the event. */
    String UNKNOWN = "und";

    /** An ISO 639-1 code in lower case, or {@link #UNKNOWN}. */
    String detect(String text);

    /** The detector that comes with Replybeat. Reads its model anew, which takes about half a second: keep what you got. */
    static LanguageDetector shipped() {
        return new GramDetector(GramWeights.shipped(), CommonWords.shipped());
    }
}
