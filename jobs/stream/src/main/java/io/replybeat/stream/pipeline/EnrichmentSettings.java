package io.replybeat.stream.pipeline;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.message.Privacy;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.care.topic.Taxonomy;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Option;
import io.replybeat.stream.options.Options;
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

    /** A {@link ConfigException} where something is wrong with what the options name: now, not when the job is running. */
    static EnrichmentSettings of(JobOptions options) {
        EnrichmentSettings settings = new EnrichmentSettings(
                options.get(Options.ENRICHMENT_ENABLED),
                taxonomyIn(options),
                options.isSet(Options.SENTIMENT_MODEL_FILE) ? bytes(Options.SENTIMENT_MODEL_FILE, options) : null,
                options.get(Options.SENTIMENT_MODEL_CLASS),
                options.get(Options.PRIVACY_PSEUDONYMISE) ? options.get(Options.PRIVACY_KEY) : null,
                options.get(Options.PRIVACY_STORE_TEXT));
        settings.tryModel();
        return settings;
    }

    /** The shipped one has been tried; a class that is never used may be missing. */
    private void tryModel() {
        if (model != null) {
            SentimentModels.trained(model);
        } else if (enabled && modelClass != null) {
            SentimentModels.close(readModel(Thread.currentThread().getContextClassLoader()));
        }
    }

    /** What all subtasks of a process share. */
    private static final class Shipped {
        static final LanguageDetector LANGUAGES = LanguageDetector.shipped();
    }

    LanguageDetector languages() {
        return Shipped.LANGUAGES;
    }

    Taxonomy readTaxonomy() {
        return taxonomy == null ? Taxonomy.shipped() : Taxonomy.parse(taxonomy);
    }

    /** Whoever asks closes it: {@link SentimentModels#close}. */
    SentimentModel readModel(ClassLoader classes) {
        if (modelClass != null) {
            return SentimentModels.ofClass(modelClass, classes);
        }
        return model == null ? SentimentModels.shipped() : SentimentModels.trained(model);
    }

    Privacy privacy() {
        return Privacy.of(privacyKey, storeText);
    }

    /** Understood once before anything runs, so that a mistake in it is told with its line. */
    private static String taxonomyIn(JobOptions options) {
        if (!options.isSet(Options.TAXONOMY_FILE)) {
            return null;
        }
        String yaml = new String(bytes(Options.TAXONOMY_FILE, options), StandardCharsets.UTF_8);
        try {
            Taxonomy.read(ConfigTree.parse(options.get(Options.TAXONOMY_FILE), yaml));
        } catch (ConfigException e) {
            throw new ConfigException("%s: %s".formatted(Options.TAXONOMY_FILE.key(), e.getMessage()));
        }
        return yaml;
    }

    private static byte[] bytes(Option<String> option, JobOptions options) {
        String file = options.get(option);
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new ConfigException("%s: %s cannot be read (%s); check the path and its permissions"
                    .formatted(option.key(), file, e.getClass().getSimpleName()));
        }
    }

    /** Without the secret, for logs and messages. */
    @Override
    public String toString() {
        return "EnrichmentSettings[enabled=%s, taxonomy=%s, model=%s, modelClass=%s, pseudonymise=%s, storeText=%s]"
                .formatted(
                        enabled,
                        taxonomy == null ? "shipped" : "own",
                        model == null ? "shipped" : "own",
                        modelClass,
                        privacyKey != null,
                        storeText);
    }
}
