package io.replybeat.stream.options;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.metric.Cut;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobOptionsTest {

    private static final Map<String, String> NOTHING = Map.of();

    /** Every key with a text that is not its default, and what becomes of it; secrets and their files apart. */
    private static final Map<Option<?>, Map.Entry<String, Object>> OTHER = Map.ofEntries(
            other(Options.KAFKA_BOOTSTRAP_SERVERS, "a:9092,b:9092", "a:9092,b:9092"),
            other(Options.KAFKA_TOPIC, "care", "care"),
            other(Options.KAFKA_DEAD_LETTER_TOPIC, "dead", "dead"),
            other(Options.KAFKA_ALERTS_TOPIC, "alerts", "alerts"),
            other(Options.KAFKA_GROUP_ID, "blue", "blue"),
            other(Options.KAFKA_START, "latest", KafkaStart.LATEST),
            other(Options.KAFKA_PROPERTIES_FILE, "/etc/kafka.properties", "/etc/kafka.properties"),
            other(Options.ELASTICSEARCH_URL, "https://search.example:9200", URI.create("https://search.example:9200")),
            other(Options.ELASTICSEARCH_USERNAME, "writer", "writer"),
            other(Options.ELASTICSEARCH_PASSWORD, "tr0ub4dor: &3 #", "tr0ub4dor: &3 #"),
            other(Options.ELASTICSEARCH_CA_CERTIFICATE_FILE, "/etc/ca.pem", "/etc/ca.pem"),
            other(Options.ELASTICSEARCH_CA_FINGERPRINT, "AB:CD", "AB:CD"),
            other(Options.ELASTICSEARCH_INDEX_PREFIX, "care", "care"),
            other(Options.ELASTICSEARCH_BULK_MAX_ACTIONS, "7", 7),
            other(Options.ELASTICSEARCH_BULK_MAX_BYTES, "64 KiB", 65536L),
            other(Options.ELASTICSEARCH_REQUEST_TIMEOUT, "PT15S", ofSeconds(15)),
            other(Options.ELASTICSEARCH_BACKOFF_INITIAL, "50ms", ofMillis(50)),
            other(Options.ELASTICSEARCH_BACKOFF_MAX, "1m", ofMinutes(1)),
            other(Options.ELASTICSEARCH_MAX_IN_FLIGHT, "4", 4),
            other(Options.ELASTICSEARCH_BUFFER_MAX_DOCUMENTS, "9", 9),
            other(Options.ELASTICSEARCH_BUFFER_MAX_BYTES, "3MiB", 3L << 20),
            other(Options.ELASTICSEARCH_FLUSH_TIMEOUT, "3m", ofMinutes(3)),
            other(Options.ELASTICSEARCH_HEALTH, "off", false),
            other(Options.INTAKE_MAX_RECORD_BYTES, "2MiB", 2L << 20),
            other(Options.INTAKE_MAX_TEXT_BYTES, "1000", 1000L),
            other(Options.INTAKE_MAX_AHEAD, "1h30m", ofMinutes(90)),
            other(Options.ENRICHMENT_ENABLED, "off", false),
            other(Options.SENTIMENT_MODEL_FILE, "/etc/tone.model", "/etc/tone.model"),
            other(Options.TAXONOMY_FILE, "/etc/taxonomy.yaml", "/etc/taxonomy.yaml"),
            other(Options.PRIVACY_PSEUDONYMISE, "on", true),
            other(Options.PRIVACY_KEY, "s3cret of 16 characters", "s3cret of 16 characters"),
            other(Options.PRIVACY_STORE_TEXT, "no", false),
            other(Options.TIME_OUT_OF_ORDERNESS, "1s", ofSeconds(1)),
            other(Options.TIME_IDLE_AFTER, "5s", ofSeconds(5)),
            other(Options.CONVERSATION_RETENTION, "2d", ofDays(2)),
            other(Options.CONVERSATION_MEMORY, "30d", ofDays(30)),
            other(Options.WINDOWS_SIZES, "5m, 1h", List.of(ofMinutes(5), ofHours(1))),
            other(Options.WINDOWS_CUTS, "brand, team", List.of(Cut.BRAND, Cut.TEAM)),
            other(Options.WINDOWS_RETENTION, "31d", ofDays(31)),
            other(Options.ALERTS_ENABLED, "off", false),
            other(Options.ALERTS_BUCKET, "10m", ofMinutes(10)),
            other(Options.ALERTS_DELIVER_NEWER_THAN, "5m", ofMinutes(5)),
            other(Options.ALERTS_LINK, "https://care.example/{id}", AlertLink.parse("https://care.example/{id}")),
            other(Options.ALERTS_SHOW_TEXT, "on", true),
            other(Options.ALERTS_REQUEST_TIMEOUT, "3s", ofSeconds(3)),
            other(Options.ALERTS_FLUSH_TIMEOUT, "3s", ofSeconds(3)),
            other(Options.ALERTS_ALERTMANAGER_URL, "http://calls:9093", URI.create("http://calls:9093")),
            other(Options.ALERTS_ALERTMANAGER_REPEAT, "30s", ofSeconds(30)),
            other(Options.ALERTS_ALERTMANAGER_USERNAME, "caller", "caller"),
            other(Options.ALERTS_ALERTMANAGER_PASSWORD, "s3cret", "s3cret"),
            other(Options.ALERTS_SLACK_URL, "https://chat.example/s3cret", URI.create("https://chat.example/s3cret")),
            other(Options.ALERTS_PAGERDUTY_ROUTING_KEY, "s3cret", "s3cret"),
            other(Options.ALERTS_PAGERDUTY_URL, "https://pager.example/", URI.create("https://pager.example/")),
            other(Options.ALERTS_WEBHOOK_URL, "https://hook.example/", URI.create("https://hook.example/")),
            other(Options.ALERTS_WEBHOOK_SECRET, "s3cret of 16 characters", "s3cret of 16 characters"),
            other(Options.OUTPUT_FLUSH_INTERVAL, "500ms", ofMillis(500)),
            other(Options.OUTPUT_FLUSH_MAX_EVENTS, "10", 10),
            other(Options.CHECKPOINT_INTERVAL, "1m", ofMinutes(1)),
            other(Options.CHECKPOINT_DIRECTORY, "s3://bucket/checkpoints", "s3://bucket/checkpoints"),
            other(Options.CHECKPOINT_UNALIGNED, "true", true),
            other(Options.STATE_BACKEND, "HASHMAP", StateBackend.HASHMAP),
            other(Options.STATE_ROCKSDB_INCREMENTAL, "no", false),
            other(Options.PARALLELISM, "3", 3),
            other(Options.AS_OF, "2026-03-04T10:00:00Z", Instant.parse("2026-03-04T10:00:00Z")));

    private static final List<Option<?>> ANOTHER_WAY_TO_SAY_IT = List.of(
            Options.ELASTICSEARCH_PASSWORD_FILE,
            Options.ELASTICSEARCH_API_KEY,
            Options.ELASTICSEARCH_API_KEY_FILE,
            Options.SENTIMENT_MODEL_CLASS,
            Options.PRIVACY_KEY_FILE,
            Options.ALERTS_ALERTMANAGER_PASSWORD_FILE,
            Options.ALERTS_ALERTMANAGER_TOKEN,
            Options.ALERTS_ALERTMANAGER_TOKEN_FILE,
            Options.ALERTS_SLACK_URL_FILE,
            Options.ALERTS_PAGERDUTY_ROUTING_KEY_FILE,
            Options.ALERTS_WEBHOOK_SECRET_FILE);

    @TempDir
    Path directory;

    private static <T> Map.Entry<Option<?>, Map.Entry<String, Object>> other(Option<T> option, String text, T value) {
        return entry(option, entry(text, value));
    }

    @Test
    void with_nothing_given_every_option_has_its_default() {
        JobOptions defaults = JobOptions.from(NOTHING, NOTHING, null);
        assertThat(Options.all()).allSatisfy(option -> {
            assertThat(defaults.<Object>get(cast(option))).isEqualTo(option.defaultValue());
            assertThat(defaults.sourceOf(option)).isEqualTo("default");
        });
        assertThat(defaults.get(Options.KAFKA_BOOTSTRAP_SERVERS)).isEqualTo("localhost:9092");
        assertThat(defaults.get(Options.KAFKA_START)).isEqualTo(KafkaStart.COMMITTED);
        assertThat(defaults.get(Options.ELASTICSEARCH_BULK_MAX_BYTES)).isEqualTo(5L << 20);
        assertThat(defaults.get(Options.WINDOWS_SIZES)).containsExactly(ofMinutes(1), ofHours(1), ofDays(1));
        assertThat(defaults.get(Options.WINDOWS_CUTS)).containsExactly(Cut.values());
        assertThat(defaults.get(Options.INTAKE_MAX_AHEAD)).isEqualTo(ofMinutes(10));
        assertThat(defaults.isSet(Options.AS_OF)).isFalse();
        assertThat(defaults.find(Options.CHECKPOINT_DIRECTORY)).isEmpty();
        assertThat(defaults.brands().named()).isEmpty();
    }

    @Test
    void every_key_can_be_given_another_value_by_flag() {
        Map<String, String> flags = OTHER.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().key(), each -> each.getValue().getKey()));
        assertAllOther(JobOptions.from(flags, NOTHING, null), "--kafka.topic");
    }

    @Test
    void every_key_can_be_given_another_value_by_the_environment() {
        Map<String, String> environment = OTHER.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().variable(), each -> each.getValue()
                        .getKey()));
        assertAllOther(JobOptions.from(NOTHING, environment, null), "REPLYBEAT_KAFKA_TOPIC");
    }

    @Test
    void every_key_can_be_given_another_value_by_file() throws IOException {
        String yaml = "kafka.topic: care\n"
                + OTHER.entrySet().stream()
                        .filter(each -> each.getKey() != Options.KAFKA_TOPIC)
                        .map(each -> "%s: '%s'\n"
                                .formatted(each.getKey().key(), each.getValue().getKey()))
                        .collect(Collectors.joining());
        Path file = file(yaml);
        assertAllOther(JobOptions.from(NOTHING, NOTHING, file), file + ":1");
    }

    private static void assertAllOther(JobOptions options, String sourceOfTopic) {
        assertThat(Options.all()).allSatisfy(option -> {
            if (ANOTHER_WAY_TO_SAY_IT.contains(option)) {
                assertThat(options.isSet(option)).isFalse();
            } else {
                assertThat(OTHER).as("the test knows every option").containsKey(option);
                assertThat(options.<Object>get(cast(option)))
                        .isEqualTo(OTHER.get(option).getValue())
                        .isNotEqualTo(option.defaultValue());
            }
        });
        assertThat(options.sourceOf(Options.KAFKA_TOPIC)).isEqualTo(sourceOfTopic);
    }

    @Test
    void a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default() throws IOException {
        Path file = file("kafka: {topic: from-file, group-id: from-file, start: latest}");
        Map<String, String> environment = Map.of(
                "REPLYBEAT_KAFKA_TOPIC",
                "from-environment",
                "REPLYBEAT_KAFKA_GROUP_ID",
                "from-environment",
                "REPLYBEAT_KAFKA_START",
                "",
                "REPLYBEAT_HOME",
                "/opt/replybeat",
                "PATH",
                "/bin");
        JobOptions options = JobOptions.from(Map.of("kafka.topic", "from-flag"), environment, file);
        assertThat(options.get(Options.KAFKA_TOPIC)).isEqualTo("from-flag");
        assertThat(options.get(Options.KAFKA_GROUP_ID)).isEqualTo("from-environment");
        assertThat(options.get(Options.KAFKA_START)).isEqualTo(KafkaStart.LATEST);
        assertThat(options.get(Options.PARALLELISM)).isZero();
    }

    @Test
    void a_file_nests_its_keys_as_it_likes_writes_lists_as_lists_and_carries_the_brands() throws IOException {
        JobOptions options = JobOptions.from(
                NOTHING,
                NOTHING,
                file(
                        """
                        elasticsearch:
                          bulk: {max-actions: 5}
                          backoff.max: 1m
                        windows:
                          sizes: [1m, 1d]
                        brands:
                          acme: {time_zone: Asia/Tokyo}
                        """));
        assertThat(options.get(Options.ELASTICSEARCH_BULK_MAX_ACTIONS)).isEqualTo(5);
        assertThat(options.get(Options.ELASTICSEARCH_BACKOFF_MAX)).isEqualTo(ofMinutes(1));
        assertThat(options.get(Options.WINDOWS_SIZES)).containsExactly(ofMinutes(1), ofDays(1));
        assertThat(options.brands().of("acme").zone()).hasToString("Asia/Tokyo");
    }

    @Test
    void a_command_line_is_read_with_equals_signs_or_without_and_names_the_file() throws IOException {
        Path file = file("parallelism: 2");
        JobOptions options = JobOptions.parse(
                new String[] {
                    "--kafka.topic=care=1",
                    "--kafka.group-id",
                    "blue",
                    "--checkpoint.unaligned",
                    "--config",
                    file.toString()
                },
                NOTHING);
        assertThat(options.get(Options.KAFKA_TOPIC)).isEqualTo("care=1");
        assertThat(options.get(Options.KAFKA_GROUP_ID)).isEqualTo("blue");
        assertThat(options.get(Options.CHECKPOINT_UNALIGNED)).isTrue();
        assertThat(options.get(Options.PARALLELISM)).isEqualTo(2);
    }

    @Test
    void a_secret_can_stand_in_a_file_of_its_own() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");
        JobOptions options = JobOptions.from(
                Map.of("elasticsearch.username", "writer", "elasticsearch.password-file", secret.toString()),
                NOTHING,
                null);
        assertThat(options.get(Options.ELASTICSEARCH_PASSWORD)).isEqualTo("s3cret");
        assertThat(options.print()).doesNotContain("s3cret");
    }

    @Test
    void a_URL_that_is_a_secret_can_stand_in_a_file_and_is_not_shown_even_where_it_is_wrong() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "https://chat.example/s3cret\n");
        Map<String, String> flags = Map.of("alerts.slack.url-file", secret.toString());
        JobOptions options = JobOptions.from(flags, NOTHING, null);
        assertThat(options.get(Options.ALERTS_SLACK_URL)).hasToString("https://chat.example/s3cret");
        assertThat(options.print()).doesNotContain("s3cret");

        Files.writeString(secret, "chat.example/s3cret");
        assertThatThrownBy(() -> JobOptions.from(flags, NOTHING, null))
                .hasMessageContaining("alerts.slack.url-file")
                .hasMessageContaining("write a URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void what_is_printed_is_a_file_that_says_the_same_without_the_secrets() throws IOException {
        Map<String, String> flags = new HashMap<>();
        OTHER.forEach((option, other) -> flags.put(option.key(), other.getKey()));
        flags.remove("elasticsearch.username");
        flags.remove("elasticsearch.password");
        flags.remove("alerts.alertmanager.username");
        flags.remove("alerts.alertmanager.password");
        flags.remove("privacy.key");
        flags.remove("privacy.pseudonymise");
        flags.put("elasticsearch.api-key", "k3y");
        JobOptions options = JobOptions.from(flags, NOTHING, null);
        assertThat(options.print())
                .contains("# --kafka.topic")
                .contains("# elasticsearch.api-key is set and not shown (--elasticsearch.api-key)")
                .contains("# brands: none named")
                .doesNotContain("k3y")
                .doesNotContain("s3cret");
        JobOptions again = JobOptions.from(NOTHING, NOTHING, file(options.print()));
        assertThat(Options.all()).filteredOn(option -> !option.isSecret()).allSatisfy(option -> assertThat(
                        again.<Object>get(cast(option)))
                .isEqualTo(options.<Object>get(cast(option))));
    }

    @Test
    void the_program_can_change_one_option_and_says_so() {
        JobOptions options = JobOptions.defaults().with(Options.PARALLELISM, 2);
        assertThat(options.get(Options.PARALLELISM)).isEqualTo(2);
        assertThat(options.sourceOf(Options.PARALLELISM)).isEqualTo("set by the program");
        assertThat(JobOptions.defaults().get(Options.PARALLELISM)).isZero();
    }

    @Test
    void options_that_were_sent_to_an_operator_are_the_same_there() throws Exception {
        JobOptions options = JobOptions.defaults().with(Options.WINDOWS_CUTS, List.of(Cut.TIER));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(options);
        Object sent = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(((JobOptions) sent).print()).isEqualTo(options.print());
    }

    @SuppressWarnings("unchecked") // The test compares values of options whose types it does not name.
    private static Option<Object> cast(Option<?> option) {
        return (Option<Object>) option;
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("replybeat.yaml"), yaml);
    }
}
