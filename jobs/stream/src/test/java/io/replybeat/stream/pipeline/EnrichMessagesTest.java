package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.message.Said;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.care.story.Story;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Option;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a customer's words, from their arrival to the message document and the windows, by the whole pipeline. */
class EnrichMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANGRY = "worst airline ever, lost my bag";
    private static final String THANKFUL = "Thank you so much, great service!";
    private static final String CHARGED_TWICE = "Hello, you charged me twice for my order";

    private static final Event QUESTION = Story.told().customerWrites().events().get(0);
    private static final Event NEXT =
            Story.told().customerWrites().after("1m").customerWrites().events().get(1);

    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    Path directory;

    private Map<String, String> shelf;

    /** Has no answer where the text begins with a curse; what it says quotes the customer, as such exceptions do. */
    public static final class Squeamish implements SentimentModel {
        @Override
        public Sentiment judge(String text, String language) {
            if (text.startsWith("worst")) {
                throw new IllegalStateException("cannot judge: " + text);
            }
            return new Sentiment(Sentiment.Label.POSITIVE, 0.123);
        }
    }

    /** Needs a library that is not there. */
    public static final class Unlinked implements SentimentModel {
        @Override
        public Sentiment judge(String text, String language) {
            throw new UnsatisfiedLinkError("no onnxruntime in java.library.path");
        }
    }

    /** Divides by what it does not have. */
    public static final class NotANumber implements SentimentModel {
        @Override
        public Sentiment judge(String text, String language) {
            return new Sentiment(Sentiment.Label.NEGATIVE, Double.NaN);
        }
    }

    @Test
    void language_tone_topic_and_tier_are_worked_out_and_say_by_whom() {
        run(says(QUESTION, CHARGED_TWICE));
        JsonNode message = message(QUESTION);
        assertThat(message.at("/language").asText()).isEqualTo("en");
        assertThat(message.at("/language_by").asText()).isEqualTo("model");
        assertThat(message.at("/sentiment/by").asText()).isEqualTo("model");
        assertThat(message.at("/sub_topics/0").asText()).isEqualTo("billing/double_charge");
        assertThat(message.at("/tier").asInt()).isEqualTo(3);
        assertThat(message.at("/text").asText()).isEqualTo(CHARGED_TWICE);
    }

    @Test
    void a_model_of_the_users_judges_in_place_of_the_shipped_one() {
        run(with(Options.SENTIMENT_MODEL_CLASS, Squeamish.class.getName()), says(QUESTION, CHARGED_TWICE));
        assertThat(message(QUESTION).at("/sentiment/score").asDouble()).isEqualTo(0.123);
    }

    @Test
    void a_message_on_which_the_model_throws_goes_on_without_sentiment_and_so_does_the_job() {
        run(
                with(Options.SENTIMENT_MODEL_CLASS, Squeamish.class.getName()),
                says(QUESTION, ANGRY),
                says(NEXT, THANKFUL));
        assertThat(message(QUESTION).has("sentiment")).isFalse();
        assertThat(message(QUESTION).at("/language").asText()).isEqualTo("en");
        assertThat(message(NEXT).at("/sentiment/label").asText()).isEqualTo("positive");
        assertThat(hour().at("/messages_in").asInt()).isEqualTo(2);
        assertThat(hour().at("/sentiment_positive").asInt()).isEqualTo(1);
        assertThat(hour().at("/sentiment_negative").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {NotANumber.class, Unlinked.class})
    void a_model_that_answers_no_number_or_cannot_be_linked_costs_the_sentiment_and_nothing_else(Class<?> model) {
        run(with(Options.SENTIMENT_MODEL_CLASS, model.getName()), says(QUESTION, ANGRY));
        assertThat(message(QUESTION).has("sentiment")).isFalse();
        assertThat(message(QUESTION).at("/text").asText()).isEqualTo(ANGRY);
        assertThat(hour().at("/sentiment_negative").asInt()).isZero();
    }

    @Test
    void a_taxonomy_of_the_users_takes_the_place_of_the_shipped_one() throws IOException {
        Path taxonomy =
                Files.writeString(directory.resolve("own.yaml"), "topics: {greetings: {tier: 2, phrases: [hello]}}");
        run(with(Options.TAXONOMY_FILE, taxonomy.toString()), says(QUESTION, CHARGED_TWICE));
        assertThat(message(QUESTION).at("/topics").toString()).isEqualTo("[\"greetings\"]");
        assertThat(message(QUESTION).at("/tier").asInt()).isEqualTo(2);
    }

    @Test
    void with_enrichment_switched_off_a_message_says_only_what_its_source_said() {
        Message given =
                ((Message) NEXT.payload()).with(List.of(), "pt", new Sentiment(Sentiment.Label.NEUTRAL, 0.25), null);
        run(
                with(Options.ENRICHMENT_ENABLED, false),
                says(QUESTION, CHARGED_TWICE),
                says(NEXT.with(given), CHARGED_TWICE));
        assertThat(message(QUESTION).has("text")).isTrue();
        assertThat(message(QUESTION).fieldNames())
                .toIterable()
                .doesNotContain("language", "sentiment", "topics", "sub_topics", "tier");
        assertThat(message(NEXT).at("/language").asText()).isEqualTo("pt");
        assertThat(message(NEXT).at("/language_by").asText()).isEqualTo("source");
        assertThat(message(NEXT).at("/sentiment/score").asDouble()).isEqualTo(0.25);
        assertThat(message(NEXT).fieldNames()).toIterable().doesNotContain("topics", "sub_topics", "tier");
    }

    @Test
    void what_the_source_said_stands_and_the_rest_is_worked_out() {
        Message given = ((Message) QUESTION.payload())
                .with(List.of(), "pt", new Sentiment(Sentiment.Label.POSITIVE, 0.25), null);
        run(says(QUESTION.with(given), CHARGED_TWICE));
        assertThat(message(QUESTION).at("/language_by").asText()).isEqualTo("source");
        assertThat(message(QUESTION).at("/sentiment/label").asText()).isEqualTo("positive");
        assertThat(message(QUESTION).at("/sentiment/by").asText()).isEqualTo("source");
        assertThat(message(QUESTION).at("/topics/0").asText()).isEqualTo("billing");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_correction_moves_a_message_from_the_negative_to_the_positive_ones_in_any_order(boolean inOrder) {
        run(inOrder, says(QUESTION, ANGRY), says(corrected(QUESTION), THANKFUL));
        assertThat(hour().at("/sentiment_negative").asInt()).isZero();
        assertThat(hour().at("/sentiment_positive").asInt()).isEqualTo(1);
        assertThat(hour().at("/messages_in").asInt()).isEqualTo(1);
    }

    @Test
    void before_its_correction_that_message_was_a_negative_one() {
        run(says(QUESTION, ANGRY));
        assertThat(hour().at("/sentiment_negative").asInt()).isEqualTo(1);
        assertThat(hour().at("/sentiment_positive").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sentiment_the_source_corrects_moves_the_counts_as_well(boolean inOrder) {
        Message negative =
                ((Message) QUESTION.payload()).with(List.of(), null, new Sentiment(Sentiment.Label.NEGATIVE, -1), null);
        Message positive =
                ((Message) QUESTION.payload()).with(List.of(), null, new Sentiment(Sentiment.Label.POSITIVE, 1), null);
        run(
                inOrder,
                says(QUESTION.with(negative), CHARGED_TWICE),
                says(corrected(QUESTION).with(positive), CHARGED_TWICE));
        assertThat(hour().at("/sentiment_negative").asInt()).isZero();
        assertThat(hour().at("/sentiment_positive").asInt()).isEqualTo(1);
        assertThat(hour().at("/sentiment_score_millionths").asLong()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_edited_text_replaces_the_message_whichever_arrives_first(boolean inOrder) {
        run(inOrder, says(QUESTION, ANGRY), says(corrected(QUESTION), THANKFUL));
        assertThat(of("messages")).hasSize(1);
        assertThat(message(QUESTION).at("/revision").asInt()).isEqualTo(1);
        assertThat(message(QUESTION).at("/text").asText()).isEqualTo(THANKFUL);
        assertThat(message(QUESTION).at("/sentiment/label").asText()).isEqualTo("positive");
    }

    private static Arrival.Accepted says(Event event, String text) {
        return new Arrival.Accepted(event, new Said(text, null, Said.Profile.UNKNOWN));
    }

    private static Event corrected(Event event) {
        return new Event(
                event.eventId(),
                event.revision() + 1,
                event.brand(),
                event.conversationId(),
                event.network(),
                event.occurredAt(),
                event.ingestedAt(),
                event.sequence(),
                event.payload());
    }

    private static <T> UnaryOperator<JobOptions> with(Option<T> option, T value) {
        return options -> options.with(option, value);
    }

    private void run(Arrival.Accepted... arrivals) {
        run(UnaryOperator.identity(), arrivals);
    }

    private void run(boolean inOrder, Arrival.Accepted... arrivals) {
        List<Arrival.Accepted> order = new ArrayList<>(List.of(arrivals));
        if (!inOrder) {
            Collections.reverse(order);
        }
        // What the first one says is written out before the second one comes.
        run(with(Options.OUTPUT_FLUSH_MAX_EVENTS, 1), order.toArray(Arrival.Accepted[]::new));
    }

    private void run(UnaryOperator<JobOptions> options, Arrival.Accepted... arrivals) {
        shelf = new PipelineRun("enrich-" + RUNS.incrementAndGet())
                .with(options)
                .overAccepted(List.of(arrivals));
    }

    private List<JsonNode> of(String kind) {
        return shelf.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind + "/"))
                .map(entry -> read(entry.getValue()))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private JsonNode message(Event event) {
        return of("messages").stream()
                .filter(document -> document.path("event_id").asText().equals(event.eventId()))
                .findFirst()
                .orElseThrow();
    }

    /** The brand's window of the hour in which everything happens. */
    private JsonNode hour() {
        List<JsonNode> windows = of("windows").stream()
                .filter(document -> document.path("cut").asText().equals("brand"))
                .filter(document -> document.path("size").asText().equals("1h"))
                .toList();
        assertThat(windows).hasSize(1);
        return windows.get(0);
    }
}
