package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a model, a taxonomy or a key is told where the job is submitted, by the name of the option. */
class EnrichmentSettingsTest {

    private static final String SECRET = "a secret of some length";

    @TempDir
    Path directory;

    /** Loads a native runtime as soon as it is loaded. */
    public static final class LoadsAtOnce implements SentimentModel {
        private static final Object RUNTIME = load();

        private static Object load() {
            throw new IllegalStateException("no runtime for this processor");
        }

        @Override
        public Sentiment judge(String text, String language) {
            throw new AssertionError("never asked for " + RUNTIME);
        }
    }

    /** Links a native runtime when it is made. */
    public static final class LinksWhenMade implements SentimentModel {
        public LinksWhenMade() {
            throw new UnsatisfiedLinkError("no onnxruntime in java.library.path");
        }

        @Override
        public Sentiment judge(String text, String language) {
            return null;
        }
    }

    /** Asks for more than there is. */
    public static final class Greedy implements SentimentModel {
        public Greedy() {
            throw new OutOfMemoryError("on purpose");
        }

        @Override
        public Sentiment judge(String text, String language) {
            return null;
        }
    }

    /** Has a client that wants to be closed. */
    public static final class Client implements SentimentModel, AutoCloseable {
        private static int made;
        private static int closed;

        public Client() {
            made++;
        }

        @Override
        public Sentiment judge(String text, String language) {
            return null;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void a_file_that_is_no_model_is_refused_before_anything_is_submitted() throws IOException {
        Path model =
                Files.writeString(directory.resolve("tone.model"), "I am no model, but long enough to look like one");
        assertThatThrownBy(() -> wire(JobOptions.defaults().with(Options.SENTIMENT_MODEL_FILE, model.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sentiment.model-file")
                .hasMessageContaining("train-sentiment");
    }

    @Test
    void a_model_that_is_cut_off_or_damaged_is_refused() throws IOException {
        byte[] shipped = shippedModel();
        byte[] damaged = shipped.clone();
        Arrays.fill(damaged, 1_000, 2_000, (byte) 0x55);
        for (byte[] bytes : List.of(Arrays.copyOf(shipped, shipped.length / 2), damaged, new byte[0])) {
            Path model = Files.write(directory.resolve("tone.model"), bytes);
            assertThat(complaint(JobOptions.defaults().with(Options.SENTIMENT_MODEL_FILE, model.toString())))
                    .startsWith("sentiment.model-file: ")
                    .contains("train-sentiment");
        }
    }

    @Test
    void a_class_that_is_missing_or_wrong_is_refused_with_what_it_must_be() {
        assertThat(complaint(own("com.example.Nowhere")))
                .startsWith("sentiment.model-class: com.example.Nowhere cannot be used")
                .contains("ClassNotFoundException")
                .contains("implement io.replybeat.care.sentiment.SentimentModel");
        assertThat(complaint(own("java.lang.Object"))).contains("ClassCastException");
        assertThat(complaint(own(LinearSentiment.class.getName()))).contains("constructor without parameters");
    }

    @Test
    void a_class_whose_native_runtime_is_missing_is_refused_with_the_reason() {
        assertThat(complaint(own(LoadsAtOnce.class.getName())))
                .startsWith("sentiment.model-class")
                .contains("no runtime for this processor");
        assertThat(complaint(own(LinksWhenMade.class.getName())))
                .startsWith("sentiment.model-class")
                .contains("no onnxruntime in java.library.path");
    }

    @Test
    void a_lack_of_memory_is_no_mistake_in_the_options() {
        assertThatThrownBy(() -> EnrichmentSettings.of(own(Greedy.class.getName())))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_class_that_is_not_used_may_be_missing() {
        EnrichmentSettings settings =
                EnrichmentSettings.of(own("com.example.Nowhere").with(Options.ENRICHMENT_ENABLED, false));
        assertThat(settings.enabled()).isFalse();
    }

    @Test
    void a_model_that_was_tried_is_closed_again() {
        EnrichmentSettings.of(own(Client.class.getName()));
        assertThat(Client.made).isEqualTo(1);
        assertThat(Client.closed).isEqualTo(1);
    }

    @Test
    void all_subtasks_of_a_process_share_one_model_of_a_file() throws Exception {
        Path model = Files.write(directory.resolve("tone.model"), shippedModel());
        EnrichmentSettings settings =
                EnrichmentSettings.of(JobOptions.defaults().with(Options.SENTIMENT_MODEL_FILE, model.toString()));
        EnrichmentSettings sent = InstantiationUtil.clone(settings);
        SentimentModel first = settings.readModel(getClass().getClassLoader());
        assertThat(sent.model()).isNotSameAs(settings.model());
        assertThat(sent.readModel(getClass().getClassLoader())).isSameAs(first);
        assertThat(first).isNotSameAs(SentimentModels.shipped());
    }

    @Test
    void a_broken_taxonomy_is_refused_with_its_line() throws IOException {
        Path taxonomy = Files.writeString(directory.resolve("own.yaml"), "topics:\n  billing:\n    teir: 3\n");
        assertThatThrownBy(() -> wire(JobOptions.defaults().with(Options.TAXONOMY_FILE, taxonomy.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("taxonomy.file: " + taxonomy + ":3: ")
                .hasMessageContaining("did you mean \"tier\"?");
    }

    @Test
    void a_file_that_is_missing_is_told_with_its_option() {
        assertThat(complaint(JobOptions.defaults().with(Options.TAXONOMY_FILE, "/no.yaml")))
                .isEqualTo(
                        "taxonomy.file: /no.yaml cannot be read (NoSuchFileException); check the path and its permissions");
        assertThat(complaint(JobOptions.defaults().with(Options.SENTIMENT_MODEL_FILE, "/no.model")))
                .startsWith("sentiment.model-file: /no.model cannot be read");
    }

    @Test
    void an_empty_or_short_key_is_refused_with_a_remedy_and_not_shown() throws IOException {
        Path empty = Files.writeString(directory.resolve("key"), "\n");
        assertThatThrownBy(() -> options("privacy.key-file", empty.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        empty
                                + ": privacy.key has 0 characters and can be guessed; give 16 or more, such as openssl rand -hex 32 writes");
        assertThatThrownBy(() -> options("privacy.key", "123456789012345"))
                .hasMessageStartingWith("--privacy.key: privacy.key has 15 characters")
                .hasMessageNotContaining("123456789012345");
        assertThat(options("privacy.key", "1234567890123456").isSet(Options.PRIVACY_KEY))
                .isTrue();
    }

    @Test
    void the_settings_do_not_show_the_key() {
        EnrichmentSettings settings = EnrichmentSettings.of(options("privacy.key", SECRET));
        assertThat(settings.privacyKey()).isEqualTo(SECRET);
        assertThat(settings.toString()).contains("pseudonymise=true").doesNotContain(SECRET);
    }

    private static JobOptions options(String option, String value) {
        return JobOptions.from(Map.of("privacy.pseudonymise", "true", option, value), Map.of(), null);
    }

    private static JobOptions own(String modelClass) {
        return JobOptions.defaults().with(Options.SENTIMENT_MODEL_CLASS, modelClass);
    }

    private static String complaint(JobOptions options) {
        return catchThrowableOfType(ConfigException.class, () -> EnrichmentSettings.of(options))
                .getMessage();
    }

    private static byte[] shippedModel() throws IOException {
        try (InputStream in = LinearSentiment.class.getResourceAsStream("sentiment.model")) {
            return in.readAllBytes();
        }
    }

    /** All that is done before the job is submitted. */
    private static void wire(JobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        Rejection rejected = new Rejection(Reason.UNDECODABLE, null, "", new Origin.File("none", 1, 0), new byte[0]);
        try (Shelf shelf = new Shelf("never-runs")) {
            CarePipeline.wire(
                    env.fromData(List.<Arrival>of(rejected), CodecType.of(Arrival.class, ArrivalCodec.CODEC)),
                    shelf,
                    options);
        }
    }
}
