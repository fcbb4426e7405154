package io.replybeat.care.sentiment;

/** Takes what {@link Features} finds in a text, as numbers: no string is made of a feature. */
interface FeatureSink {

    void words(int hash);

    void characters(int hash);

    void signs(int hash);
}
