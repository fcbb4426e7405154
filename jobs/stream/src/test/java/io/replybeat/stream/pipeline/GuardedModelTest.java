package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.sentiment.SentimentModel;
import java.io.IOException;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class GuardedModelTest {

    private final Counter failures = new SimpleCounter();

    @Test
    void every_answer_that_is_none_is_counted_and_costs_the_sentiment() {
        assertThat(judge((text, language) -> null)).isNull();
        assertThat(judge((text, language) -> new Sentiment(null, 0))).isNull();
        assertThat(judge((text, language) -> new Sentiment(Sentiment.Label.NEUTRAL, Double.NaN)))
                .isNull();
        assertThat(judge((text, language) -> new Sentiment(Sentiment.Label.NEUTRAL, 1.001)))
                .isNull();
        assertThat(judge((text, language) -> {
                    throw new IllegalStateException(text);
                }))
                .isNull();
        assertThat(judge((text, language) -> {
                    throw new NoClassDefFoundError("ai/onnxruntime/OrtEnvironment");
                }))
                .isNull();
        assertThat(failures.getCount()).isEqualTo(6);
    }

    @Test
    void an_answer_is_passed_on_and_not_counted() {
        Sentiment negative = new Sentiment(Sentiment.Label.NEGATIVE, -1);
        assertThat(judge((text, language) -> negative)).isSameAs(negative);
        assertThat(failures.getCount()).isZero();
    }

    @Test
    void a_lack_of_memory_is_not_hidden() {
        assertThatThrownBy(() -> judge((text, language) -> {
                    throw new OutOfMemoryError("on purpose");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void what_is_told_of_a_failure_has_kinds_and_places_but_no_words_of_the_customer() {
        Exception failure =
                new IllegalStateException("cannot judge: my iban is DE12", new IOException("DE12 was sent"));
        assertThat(GuardedModel.kindAndPlace(failure))
                .startsWith(
                        "java.lang.IllegalStateException\n\tat " + getClass().getName())
                .contains("\nCaused by: java.io.IOException\n\tat ")
                .contains("GuardedModelTest.java:")
                .doesNotContain("DE12");
    }

    @Test
    void causes_that_cause_each_other_are_told_and_end() {
        Exception first = new IllegalStateException();
        first.initCause(new IllegalStateException(first));
        assertThat(GuardedModel.kindAndPlace(first)).contains("Caused by: ");
    }

    @Test
    void a_model_that_fails_to_close_stops_nothing() {
        class Stubborn implements SentimentModel, AutoCloseable {
            private int closed;

            @Override
            public Sentiment judge(String text, String language) {
                return null;
            }

            @Override
            public void close() {
                closed++;
                throw new IllegalStateException("on purpose");
            }
        }
        Stubborn stubborn = new Stubborn();
        new GuardedModel(stubborn, failures).close();
        assertThat(stubborn.closed).isEqualTo(1);
    }

    private Sentiment judge(SentimentModel model) {
        return new GuardedModel(model, failures).judge("my iban is DE12", "en");
    }
}
