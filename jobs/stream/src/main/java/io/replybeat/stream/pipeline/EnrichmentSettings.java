package io.replybeat.stream.pipeline;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.message.Privacy;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.care.topic.Taxonomy;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * With which model, taxonomy and privacy are messages read? Files are read where the job is submitted and travel with it.
 *
 * @param taxonomy its YAML; null for the shipped one
 * @param model bytes of a model of train-sentiment; null for the shipped one
 * @param modelClass a {@link SentimentModel} of the user's that takes the place of both; null for none
 * @param privacyKey null where names are stored as they are
 */
record EnrichmentSettings(
        boolean enabled, String taxonomy, byte[] model, String modelClass, String privacyKey, boolean storeText)
        implements Serializable {

    static EnrichmentSettings of(JobOptions options) {
        return new EnrichmentSettings(
                options.get(Options.ENRICHMENT_ENABLED),
                options.find(Options.TAXONOMY_FILE)
                        .map(EnrichmentSettings::taxonomyIn)
                        .orElse(null),
                options.find(Options.SENTIMENT_MODEL_FILE)
                        .map(EnrichmentSettings::bytes)
                        .orElse(null),
                options.get(Options.SENTIMENT_MODEL_CLASS),
                options.get(Options.PRIVACY_PSEUDONYMISE) ? options.get(Options.PRIVACY_KEY) : null,
                options.get(Options.PRIVACY_STORE_TEXT));
    }

    /** What all subtasks of a process share: the model alone takes 34 MB, and both take a moment to read. */
    private static final class Shipped {
        static final SentimentModel TONES = LinearSentiment.shipped();
        static final LanguageDetector LANGUAGES = LanguageDetector.shipped();
    }

    LanguageDetector languages() {
        return Shipped.LANGUAGES;
    }

    Taxonomy readTaxonomy() {
        return taxonomy == null ? Taxonomy.shipped() : Taxonomy.parse(taxonomy);
    }

    SentimentModel readModel(ClassLoader classes) throws IOException {
        if (modelClass != null) {
            return usersOwn(classes);
        }
        return model == null ? Shipped.TONES : LinearSentiment.read(new ByteArrayInputStream(model));
    }

    private SentimentModel usersOwn(ClassLoader classes) {
        try {
            return (SentimentModel) Class.forName(modelClass, true, classes)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(
                    "%s: %s cannot be used (%s); it must be on the class path, implement %s and have a public constructor without parameters"
                            .formatted(
                                    Options.SENTIMENT_MODEL_CLASS.key(),
                                    modelClass,
                                    e,
                                    SentimentModel.class.getName()));
        }
    }

    Privacy privacy() {
        return Privacy.of(privacyKey, storeText);
    }

    /** Read once before anything runs, so that a mistake in it is told with its line. */
    private static String taxonomyIn(String file) {
        Taxonomy.read(ConfigTree.read(Path.of(file)));
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new ConfigException("%s cannot be read (%s); check the path and its permissions"
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }
}
