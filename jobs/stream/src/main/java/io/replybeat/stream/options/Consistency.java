package io.replybeat.stream.options;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.DurationText;
import io.replybeat.care.config.Problems;
import java.time.Duration;
import java.util.List;

/** Do the options agree with each other? */
final class Consistency {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Of a shorter one all can be tried: of hashes that uncovers the names, of signatures the secret. */
    private static final int SHORTEST_KEY = 16;

    private Consistency() {}

    static void check(JobOptions options) {
        Problems problems = new Problems();
        problems.collect(() -> sizes(options.get(Options.WINDOWS_SIZES)));
        problems.collect(() -> atLeast(options, Options.CONVERSATION_MEMORY, Options.CONVERSATION_RETENTION));
        problems.collect(() -> atLeast(options, Options.WINDOWS_RETENTION, Options.CONVERSATION_RETENTION));
        problems.collect(
                () -> atLeast(options, Options.ELASTICSEARCH_BACKOFF_MAX, Options.ELASTICSEARCH_BACKOFF_INITIAL));
        problems.collect(() -> recordBytes(options));
        problems.collect(() -> bucket(options.get(Options.ALERTS_BUCKET)));
        problems.collect(() -> oneAuthentication(options));
        problems.collect(() -> keyOfHashes(options));
        problems.collect(() -> oneModel(options));
        problems.collect(() -> oneAuthenticationAtAlertmanager(options));
        problems.collect(
                () -> goesWith(options, Options.ALERTS_ALERTMANAGER_USERNAME, Options.ALERTS_ALERTMANAGER_URL));
        problems.collect(() -> goesWith(options, Options.ALERTS_ALERTMANAGER_TOKEN, Options.ALERTS_ALERTMANAGER_URL));
        problems.collect(() -> goesWith(options, Options.ALERTS_WEBHOOK_SECRET, Options.ALERTS_WEBHOOK_URL));
        problems.collect(() -> hardToGuess(options, Options.ALERTS_WEBHOOK_SECRET));
        problems.raise();
    }

    /** Buckets begin anew with every hour, so that they lie the same in every zone and season. */
    private static void bucket(Duration length) {
        if (length.toMillis() < 1000 || HOUR.toMillis() % length.toMillis() != 0) {
            throw new ConfigException(
                    "%s: \"%s\" does not divide an hour into whole buckets; choose 1m, 5m, 10m, 15m, 30m or 1h"
                            .formatted(Options.ALERTS_BUCKET.key(), DurationText.format(length)));
        }
    }

    private static void keyOfHashes(JobOptions options) {
        if (options.get(Options.PRIVACY_PSEUDONYMISE) && !options.isSet(Options.PRIVACY_KEY)) {
            throw new ConfigException(
                    "privacy.pseudonymise is on without a key; give privacy.key-file (or privacy.key) and keep that secret");
        }
        hardToGuess(options, Options.PRIVACY_KEY);
    }

    private static void hardToGuess(JobOptions options, Option<String> key) {
        int length = options.find(key).map(String::length).orElse(SHORTEST_KEY);
        if (length < SHORTEST_KEY) {
            throw new ConfigException(
                    "%s: %s has %d characters and can be guessed; give %d or more, such as openssl rand -hex 32 writes"
                            .formatted(options.sourceOf(key), key.key(), length, SHORTEST_KEY));
        }
    }

    private static void oneAuthenticationAtAlertmanager(JobOptions options) {
        boolean user = options.isSet(Options.ALERTS_ALERTMANAGER_USERNAME);
        if (user != options.isSet(Options.ALERTS_ALERTMANAGER_PASSWORD)) {
            throw new ConfigException(
                    user
                            ? "alerts.alertmanager.username is given without alerts.alertmanager.password; give both or a token"
                            : "alerts.alertmanager.password is given without alerts.alertmanager.username; give both");
        }
        if (user && options.isSet(Options.ALERTS_ALERTMANAGER_TOKEN)) {
            throw new ConfigException(
                    "alerts.alertmanager.username and alerts.alertmanager.token are both given; keep one");
        }
    }

    private static void goesWith(JobOptions options, Option<?> detail, Option<?> receiver) {
        if (options.isSet(detail) && !options.isSet(receiver)) {
            throw new ConfigException(
                    "%s is given without %s, so nobody is told; give both".formatted(detail.key(), receiver.key()));
        }
    }

    private static void oneModel(JobOptions options) {
        if (options.isSet(Options.SENTIMENT_MODEL_FILE) && options.isSet(Options.SENTIMENT_MODEL_CLASS)) {
            throw new ConfigException("sentiment.model-file and sentiment.model-class are both given; keep one");
        }
    }

    /** Coarser windows are made of finer ones, and the coarsest is a day: that is how windows are computed. */
    private static void sizes(List<Duration> sizes) {
        Duration before = MINUTE;
        for (Duration size : sizes) {
            if (size.toMillis() % before.toMillis() != 0 || DAY.toMillis() % size.toMillis() != 0) {
                throw new ConfigException(
                        "%s: \"%s\" does not fit: sizes are whole minutes that divide a day, each a multiple of the one before, such as 1m,1h,1d"
                                .formatted(Options.WINDOWS_SIZES.key(), DurationText.format(size)));
            }
            before = size;
        }
    }

    private static void atLeast(JobOptions options, Option<Duration> longer, Option<Duration> shorter) {
        if (options.get(longer).compareTo(options.get(shorter)) < 0) {
            throw new ConfigException("%s (%s) is shorter than %s (%s); make it at least as long"
                    .formatted(
                            longer.key(),
                            DurationText.format(options.get(longer)),
                            shorter.key(),
                            DurationText.format(options.get(shorter))));
        }
    }

    private static void recordBytes(JobOptions options) {
        if (options.get(Options.INTAKE_MAX_RECORD_BYTES) > Integer.MAX_VALUE
                || options.get(Options.INTAKE_MAX_TEXT_BYTES) > Integer.MAX_VALUE) {
            throw new ConfigException("%s and %s: no record is larger than 2 GiB; give less"
                    .formatted(Options.INTAKE_MAX_RECORD_BYTES.key(), Options.INTAKE_MAX_TEXT_BYTES.key()));
        }
    }

    private static void oneAuthentication(JobOptions options) {
        boolean user = options.isSet(Options.ELASTICSEARCH_USERNAME);
        if (user != options.isSet(Options.ELASTICSEARCH_PASSWORD)) {
            throw new ConfigException(
                    user
                            ? "elasticsearch.username is given without elasticsearch.password; give both or an API key"
                            : "elasticsearch.password is given without elasticsearch.username; give both");
        }
        if (user && options.isSet(Options.ELASTICSEARCH_API_KEY)) {
            throw new ConfigException("elasticsearch.username and elasticsearch.api-key are both given; keep one");
        }
    }
}
