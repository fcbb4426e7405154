package io.replybeat.care.sentiment;

/**
 * Takes what {@link Features} finds in a text, as numbers: no string is made of a feature.
 *
 * <p>With each comes where in the {@link NormalText} it was seen, {@code from} inclusive to {@code to} exclusive; both
 * are 0 for what holds for the text as a whole.
 */
interface FeatureSink {

    void words(int hash, int from, int to);

    void characters(int hash, int from, int to);

    void signs(int hash, int from, int to);
}
