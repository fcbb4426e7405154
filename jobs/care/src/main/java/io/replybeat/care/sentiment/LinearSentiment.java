package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which tone does a message speak, as told by its words and characters?
 *
 * <p>A linear model over hashed features, a panel of experts for each group of languages, one expert for all others;
 * trained by {@code ./replybeat train-sentiment}. Immutable and safe for use by several threads; about 5 µs for a tweet. Looks at
 * the first 4096 characters of a text.
 */
public final class LinearSentiment implements SentimentModel {
    private static final String RESOURCE = "sentiment.model";

    private final Panel[] panels;

    LinearSentiment(Panel[] panels) {
        this.panels = panels;
    }

    /** The model that comes with Replybeat. Reads it anew: keep what you got. */
    public static LinearSentiment shipped() {
        try (InputStream in = LinearSentiment.class.getResourceAsStream(RESOURCE)) {
            return ModelFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped sentiment model cannot be read", e);
        }
    }

    /** A model written by {@code train-sentiment}. */
    public static LinearSentiment read(InputStream in) throws IOException {
        return ModelFile.read(in);
    }

    /** A model written by {@code train-sentiment}. */
    public static LinearSentiment read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (IOException e) {
            throw new IOException("reading the sentiment model " + file + " failed", e);
        }
    }

    /** Equal models have equal bytes. */
    public byte[] toBytes() {
        return ModelFile.bytes(this);
    }

    @Override
    public Sentiment judge(String text, String language) {
        return panels[LanguageGroup.of(language).ordinal()].judge(text, PolarityWords.of(language));
    }

    /** Which words moved the score of {@link #judge}, and which way? For people; slower than judging. */
    public Explanation explain(String text, String language) {
        return panels[LanguageGroup.of(language).ordinal()].explain(text, PolarityWords.of(language));
    }

    /** By {@link LanguageGroup}. */
    Panel[] panels() {
        return panels;
    }
}
