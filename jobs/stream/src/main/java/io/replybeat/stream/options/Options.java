package io.replybeat.stream.options;

import static io.replybeat.stream.options.OptionType.ALERT_LINK;
import static io.replybeat.stream.options.OptionType.DURATION;
import static io.replybeat.stream.options.OptionType.HTTP_URL;
import static io.replybeat.stream.options.OptionType.INSTANT;
import static io.replybeat.stream.options.OptionType.SIZE;
import static io.replybeat.stream.options.OptionType.SWITCH;
import static io.replybeat.stream.options.OptionType.TEXT;
import static io.replybeat.stream.options.OptionType.listOf;
import static io.replybeat.stream.options.OptionType.oneOf;
import static io.replybeat.stream.options.OptionType.wholeFrom;

import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.metric.Cut;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The catalogue of everything that can be set on the job; an option that is not here does not exist. */
public final class Options {

    private static final List<Option<?>> CATALOGUE = new ArrayList<>();
    private static final String NOT_SET = null;

    public static final Option<String> KAFKA_BOOTSTRAP_SERVERS = option(
            "kafka.bootstrap-servers",
            TEXT,
            "localhost:9092",
            "The brokers to ask first, host:port separated by commas.");
    public static final Option<String> KAFKA_TOPIC =
            option("kafka.topic", TEXT, "replybeat.care-events.v1", "The topic of the care events.");
    public static final Option<String> KAFKA_DEAD_LETTER_TOPIC = option(
            "kafka.dead-letter-topic",
            TEXT,
            "replybeat.dead-letters.v1",
            "The topic for records that are no valid care event, with their bytes and the reason.");
    public static final Option<String> KAFKA_ALERTS_TOPIC =
            option("kafka.alerts-topic", TEXT, "replybeat.alerts.v1", "The topic of the alerts, muted ones included.");
    public static final Option<String> KAFKA_GROUP_ID =
            option("kafka.group-id", TEXT, "replybeat", "The consumer group under which the job shows its progress.");
    public static final Option<KafkaStart> KAFKA_START = option(
            "kafka.start",
            oneOf(KafkaStart.class),
            "committed",
            "From where a job without a checkpoint reads; committed falls back to earliest.");
    public static final Option<String> KAFKA_PROPERTIES_FILE = option(
            "kafka.properties-file",
            TEXT,
            NOT_SET,
            "A Java properties file with further settings of the Kafka clients, such as SASL and TLS.");

    public static final Option<URI> ELASTICSEARCH_URL =
            option("elasticsearch.url", HTTP_URL, "http://localhost:9200", "Where Elasticsearch answers.");
    public static final Option<String> ELASTICSEARCH_USERNAME =
            option("elasticsearch.username", TEXT, NOT_SET, "The user for basic authentication.");
    public static final Option<String> ELASTICSEARCH_PASSWORD =
            option("elasticsearch.password", TEXT, NOT_SET, "The password of that user.");
    public static final Option<String> ELASTICSEARCH_PASSWORD_FILE = option(
            "elasticsearch.password-file",
            TEXT,
            NOT_SET,
            "A file that holds the password, instead of the password itself.");
    public static final Option<String> ELASTICSEARCH_API_KEY =
            option("elasticsearch.api-key", TEXT, NOT_SET, "The encoded API key, instead of user and password.");
    public static final Option<String> ELASTICSEARCH_API_KEY_FILE = option(
            "elasticsearch.api-key-file", TEXT, NOT_SET, "A file that holds the API key, instead of the key itself.");
    public static final Option<String> ELASTICSEARCH_CA_CERTIFICATE_FILE = option(
            "elasticsearch.ca-certificate-file",
            TEXT,
            NOT_SET,
            "The PEM certificate of the authority to trust, where the JVM does not trust it already.");
    public static final Option<String> ELASTICSEARCH_CA_FINGERPRINT = option(
            "elasticsearch.ca-fingerprint",
            TEXT,
            NOT_SET,
            "The SHA-256 fingerprint of that certificate, instead of the file.");
    public static final Option<String> ELASTICSEARCH_INDEX_PREFIX = option(
            "elasticsearch.index-prefix", TEXT, "replybeat", "The beginning of the names of all indices and aliases.");
    public static final Option<Integer> ELASTICSEARCH_BULK_MAX_ACTIONS =
            option("elasticsearch.bulk.max-actions", wholeFrom(1), "1000", "The most documents in one bulk request.");
    public static final Option<Long> ELASTICSEARCH_BULK_MAX_BYTES = option(
            "elasticsearch.bulk.max-bytes",
            SIZE,
            "5MiB",
            "The size from which a bulk request takes no more documents.");
    public static final Option<Duration> ELASTICSEARCH_REQUEST_TIMEOUT = option(
            "elasticsearch.request-timeout", DURATION, "30s", "How long a request may take before it is tried again.");
    public static final Option<Duration> ELASTICSEARCH_BACKOFF_INITIAL = option(
            "elasticsearch.backoff.initial",
            DURATION,
            "200ms",
            "The pause after a first failure; it doubles with each further one, with jitter.");
    public static final Option<Duration> ELASTICSEARCH_BACKOFF_MAX =
            option("elasticsearch.backoff.max", DURATION, "30s", "The longest pause between two tries.");
    public static final Option<Integer> ELASTICSEARCH_MAX_IN_FLIGHT = option(
            "elasticsearch.max-in-flight", wholeFrom(1), "2", "The most bulk requests under way at once, per subtask.");
    public static final Option<Integer> ELASTICSEARCH_BUFFER_MAX_DOCUMENTS = option(
            "elasticsearch.buffer.max-documents",
            wholeFrom(1),
            "200000",
            "The most documents that wait for Elasticsearch, per subtask, before the job slows down.");
    public static final Option<Long> ELASTICSEARCH_BUFFER_MAX_BYTES = option(
            "elasticsearch.buffer.max-bytes",
            SIZE,
            "32MiB",
            "The most bytes of documents that wait, per sink and subtask; every checkpoint holds them.");
    public static final Option<Duration> ELASTICSEARCH_FLUSH_TIMEOUT = option(
            "elasticsearch.flush-timeout",
            DURATION,
            "10m",
            "How long the end of a bounded input waits until everything is delivered, before the job fails.");
    public static final Option<Boolean> ELASTICSEARCH_HEALTH = option(
            "elasticsearch.health",
            SWITCH,
            "true",
            "Whether the live job's sinks tell in `replybeat-health` how they are doing.");

    public static final Option<Long> INTAKE_MAX_RECORD_BYTES =
            option("intake.max-record-bytes", SIZE, "1MiB", "A larger record is rejected without being decoded.");
    public static final Option<Long> INTAKE_MAX_TEXT_BYTES =
            option("intake.max-text-bytes", SIZE, "64KiB", "An event with a longer text, in UTF-8, is rejected.");
    public static final Option<Duration> INTAKE_MAX_AHEAD = option(
            "intake.max-ahead",
            DURATION,
            "10m",
            "An event that claims to happen later than this after the wall clock is rejected.");

    public static final Option<Duration> TIME_OUT_OF_ORDERNESS = option(
            "time.out-of-orderness",
            DURATION,
            "3s",
            "How far event time stays behind the latest event; only what judges the moment waits for it.");
    public static final Option<Duration> TIME_IDLE_AFTER = option(
            "time.idle-after",
            DURATION,
            "1s",
            "A partition that is silent for so long no longer holds event time back; when all are, alerts go by the clock."
                    + " One that has not caught up with the clock is waited for, 30 s at least.");

    public static final Option<Boolean> ENRICHMENT_ENABLED = option(
            "enrichment.enabled",
            SWITCH,
            "true",
            "Whether language, sentiment, topic and tier are worked out where the source does not give them.");
    public static final Option<String> SENTIMENT_MODEL_FILE = option(
            "sentiment.model-file",
            TEXT,
            NOT_SET,
            "A model written by train-sentiment; not set = the one that is shipped.");
    public static final Option<String> SENTIMENT_MODEL_CLASS = option(
            "sentiment.model-class",
            TEXT,
            NOT_SET,
            "A SentimentModel of your own on the class path, which asks an ONNX runtime or a scoring service, say.");
    public static final Option<String> TAXONOMY_FILE = option(
            "taxonomy.file",
            TEXT,
            NOT_SET,
            "Your rules for topics and tiers in YAML; not set = the ones that are shipped.");
    public static final Option<Boolean> PRIVACY_PSEUDONYMISE = option(
            "privacy.pseudonymise",
            SWITCH,
            "false",
            "Whether ids and handles of customers are stored as keyed hashes; privacy.key is needed then.");
    public static final Option<String> PRIVACY_KEY = option(
            "privacy.key", TEXT, NOT_SET, "The secret behind these hashes; with another one nobody is found again.");
    public static final Option<String> PRIVACY_KEY_FILE =
            option("privacy.key-file", TEXT, NOT_SET, "A file that holds the secret, instead of the secret itself.");
    public static final Option<Boolean> PRIVACY_STORE_TEXT =
            option("privacy.store-text", SWITCH, "true", "Whether message documents hold what was written.");

    public static final Option<Duration> CONVERSATION_RETENTION = option(
            "conversation.retention",
            DURATION,
            "7d",
            "How long after a conversation's last event a late one still corrects it.");
    public static final Option<Duration> CONVERSATION_MEMORY = option(
            "conversation.memory",
            DURATION,
            "730d",
            "How long after its last event a conversation is remembered; what comes then begins a new one.");

    public static final Option<List<Duration>> WINDOWS_SIZES = option(
            "windows.sizes",
            listOf(DURATION),
            "1m,1h,1d",
            "The sizes of the windows, each a multiple of the one before; days are the brand's.");
    public static final Option<List<Cut>> WINDOWS_CUTS = option(
            "windows.cuts",
            listOf(oneOf(Cut.class)),
            "brand,network,agent,team,tier,topic,language",
            "By what the windows of a brand are cut.");
    public static final Option<Duration> WINDOWS_RETENTION = option(
            "windows.retention",
            DURATION,
            "737d",
            "How long after its end a window can still be corrected; shorter than conversation.memory and"
                    + " conversation.retention together, an answer after a longer time is missing in it.");

    public static final Option<Boolean> ALERTS_ENABLED =
            option("alerts.enabled", SWITCH, "true", "Whether anything is watched for alerts.");
    public static final Option<Duration> ALERTS_BUCKET = option(
            "alerts.bucket",
            DURATION,
            "5m",
            "The length of the buckets in which volume and sentiment are watched, up to 1h.");
    public static final Option<Duration> ALERTS_DELIVER_NEWER_THAN = option(
            "alerts.deliver-newer-than",
            DURATION,
            "1h",
            "An alert's moment older than this calls nobody, so that a replay of history does not; the end of what a"
                    + " receiver was told of always goes.");
    public static final Option<AlertLink> ALERTS_LINK = option(
            "alerts.link",
            ALERT_LINK,
            NOT_SET,
            "The page that shows an alert, as a URL with {id}, {brand}, {rule}, {cut}, {subject} or {since} in it.");
    public static final Option<Boolean> ALERTS_SHOW_TEXT = option(
            "alerts.show-text",
            SWITCH,
            "false",
            "Whether receivers are shown what customers wrote: the first 280 characters of up to three messages.");
    public static final Option<Duration> ALERTS_REQUEST_TIMEOUT = option(
            "alerts.request-timeout",
            DURATION,
            "10s",
            "How long a receiver may take to answer before it is told again.");
    public static final Option<Duration> ALERTS_FLUSH_TIMEOUT = option(
            "alerts.flush-timeout",
            DURATION,
            "1m",
            "How long the end of a bounded input waits until every receiver is told, before the job fails.");
    public static final Option<URI> ALERTS_ALERTMANAGER_URL = option(
            "alerts.alertmanager.url", HTTP_URL, NOT_SET, "Where Alertmanager answers; not set = it is not told.");
    public static final Option<Duration> ALERTS_ALERTMANAGER_REPEAT = option(
            "alerts.alertmanager.repeat",
            DURATION,
            "1m",
            "How often Alertmanager, which forgets, hears again of what still fires; after five of them in silence it"
                    + " takes an alert for resolved.");
    public static final Option<String> ALERTS_ALERTMANAGER_USERNAME =
            option("alerts.alertmanager.username", TEXT, NOT_SET, "The user for basic authentication there.");
    public static final Option<String> ALERTS_ALERTMANAGER_PASSWORD =
            option("alerts.alertmanager.password", TEXT, NOT_SET, "The password of that user.");
    public static final Option<String> ALERTS_ALERTMANAGER_PASSWORD_FILE = option(
            "alerts.alertmanager.password-file",
            TEXT,
            NOT_SET,
            "A file that holds the password, instead of the password itself.");
    public static final Option<String> ALERTS_ALERTMANAGER_TOKEN =
            option("alerts.alertmanager.token", TEXT, NOT_SET, "The bearer token, instead of user and password.");
    public static final Option<String> ALERTS_ALERTMANAGER_TOKEN_FILE = option(
            "alerts.alertmanager.token-file",
            TEXT,
            NOT_SET,
            "A file that holds the token, instead of the token itself.");
    public static final Option<URI> ALERTS_SLACK_URL = option(
            "alerts.slack.url",
            HTTP_URL,
            NOT_SET,
            "The incoming webhook of a Slack channel, or of whatever takes the same; a secret.");
    public static final Option<String> ALERTS_SLACK_URL_FILE =
            option("alerts.slack.url-file", TEXT, NOT_SET, "A file that holds that URL, instead of the URL itself.");
    public static final Option<String> ALERTS_PAGERDUTY_ROUTING_KEY = option(
            "alerts.pagerduty.routing-key",
            TEXT,
            NOT_SET,
            "The integration key of a PagerDuty service (Events API v2); not set = it is not told.");
    public static final Option<String> ALERTS_PAGERDUTY_ROUTING_KEY_FILE = option(
            "alerts.pagerduty.routing-key-file",
            TEXT,
            NOT_SET,
            "A file that holds the routing key, instead of the key itself.");
    public static final Option<URI> ALERTS_PAGERDUTY_URL = option(
            "alerts.pagerduty.url",
            HTTP_URL,
            "https://events.pagerduty.com/v2/enqueue",
            "Where PagerDuty takes events; accounts in the EU have https://events.eu.pagerduty.com/v2/enqueue.");
    public static final Option<URI> ALERTS_WEBHOOK_URL = option(
            "alerts.webhook.url",
            HTTP_URL,
            NOT_SET,
            "Any other receiver, told in CloudEvents; it is shown, so put no secret into it.");
    public static final Option<String> ALERTS_WEBHOOK_SECRET = option(
            "alerts.webhook.secret", TEXT, NOT_SET, "The secret with which that receiver can check the signature.");
    public static final Option<String> ALERTS_WEBHOOK_SECRET_FILE = option(
            "alerts.webhook.secret-file", TEXT, NOT_SET, "A file that holds the secret, instead of the secret itself.");

    public static final Option<Duration> OUTPUT_FLUSH_INTERVAL = option(
            "output.flush-interval",
            DURATION,
            "1s",
            "How often changed windows and conversations are written out; a tenth as often while event time is 10 minutes behind the clock.");
    public static final Option<Integer> OUTPUT_FLUSH_MAX_EVENTS = option(
            "output.flush-max-events",
            wholeFrom(1),
            "50000",
            "After so many events, per subtask, the changes are written out even earlier.");

    public static final Option<Duration> CHECKPOINT_INTERVAL =
            option("checkpoint.interval", DURATION, "10s", "How often the job's state is saved.");
    public static final Option<String> CHECKPOINT_DIRECTORY = option(
            "checkpoint.directory", TEXT, NOT_SET, "Where it is saved, as a URI; not set = where the cluster says.");
    public static final Option<Boolean> CHECKPOINT_UNALIGNED = option(
            "checkpoint.unaligned",
            SWITCH,
            "false",
            "Whether checkpoints overtake the records under way, for a job under back-pressure.");

    public static final Option<StateBackend> STATE_BACKEND = option(
            "state.backend",
            oneOf(StateBackend.class),
            "rocksdb",
            "Where the state is kept: on the heap, or in RocksDB on disk.");
    public static final Option<Boolean> STATE_ROCKSDB_INCREMENTAL = option(
            "state.rocksdb.incremental", SWITCH, "true", "Whether a checkpoint of RocksDB saves only what changed.");

    public static final Option<Integer> PARALLELISM =
            option("parallelism", wholeFrom(0), "0", "How many subtasks work side by side; 0 = what the cluster says.");
    public static final Option<Instant> AS_OF = option(
            "as-of",
            INSTANT,
            NOT_SET,
            "The instant at which a bounded run judges what is due; events after it are left out.");

    private Options() {}

    private static <T> Option<T> option(String key, OptionType<T> type, String otherwise, String sentence) {
        Option<T> option = new Option<>(key, type, otherwise, sentence);
        CATALOGUE.add(option);
        return option;
    }

    /** Every option, in the order in which people read about them. */
    public static List<Option<?>> all() {
        return Collections.unmodifiableList(CATALOGUE);
    }

    static Optional<Option<?>> find(String key) {
        return CATALOGUE.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    static boolean isGroup(String key) {
        return CATALOGUE.stream().anyMatch(option -> option.key().startsWith(key + "."));
    }
}
