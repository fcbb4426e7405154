package io.replybeat.stream.pipeline;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.stream.options.Options;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where does a sentiment model come from: is it the shipped one, one that was trained, or a class of the user's?
 *
 * <p>The first two take some 34 MB and a moment to read: all subtasks of a process share one of a kind. A model that
 * cannot be used is a {@link ConfigException} that names the option.
 */
final class SentimentModels {

    private static final Logger LOG = LoggerFactory.getLogger(SentimentModels.class);

    /** By the hash of their bytes, as long as somebody uses them. */
    private static final Map<String, Reference<SentimentModel>> TRAINED = new HashMap<>();

    private static final class Shipped {
        static final SentimentModel MODEL = LinearSentiment.shipped();
    }

    private SentimentModels() {}

    static SentimentModel shipped() {
        return Shipped.MODEL;
    }

    /** @param file what train-sentiment wrote */
    static synchronized SentimentModel trained(byte[] file) {
        String hash = hash(file);
        Reference<SentimentModel> known = TRAINED.get(hash);
        SentimentModel model = known == null ? null : known.get();
        if (model == null) {
            model = read(file);
            TRAINED.put(hash, new WeakReference<>(model));
        }
        return model;
    }

    private static SentimentModel read(byte[] file) {
        try {
            return LinearSentiment.read(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            throw new ConfigException("%s: the model cannot be used (%s); give a file that train-sentiment wrote"
                    .formatted(Options.SENTIMENT_MODEL_FILE.key(), e.getMessage()));
        }
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A new one for each who asks, who closes it if it can be closed. */
    static SentimentModel ofClass(String name, ClassLoader classes) {
        try {
            return (SentimentModel)
                    Class.forName(name, true, classes).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            if (e.getCause() instanceof VirtualMachineError notTheModelsFault) {
                throw notTheModelsFault;
            }
            throw unusable(name, e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw unusable(name, e);
        }
    }

    private static ConfigException unusable(String name, Throwable why) {
        return new ConfigException(
                "%s: %s cannot be used (%s); it must be on the class path with all it needs, implement %s and have a public constructor without parameters"
                        .formatted(Options.SENTIMENT_MODEL_CLASS.key(), name, why, SentimentModel.class.getName()));
    }

    /** A model may hold clients; one that fails to give them back is told and stops nothing. */
    static void close(SentimentModel model) {
        if (model instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception | LinkageError e) {
                LOG.warn("The sentiment model could not be closed. {}", GuardedModel.kindAndPlace(e));
            }
        }
    }
}
