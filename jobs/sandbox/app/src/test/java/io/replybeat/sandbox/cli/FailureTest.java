package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void each_cause_is_told_once() {
        Exception innermost = new FileNotFoundException("events.jsonl (No such file or directory)");
        Exception wrapped = new UncheckedIOException(new java.io.IOException("Cannot read the input", innermost));
        assertThat(Failure.explain(new RuntimeException(wrapped), false))
                .isEqualTo("Cannot read the input\n  because: events.jsonl (No such file or directory)");
    }

    @Test
    void a_message_that_is_no_sentence_comes_with_its_kind() {
        assertThat(Failure.explain(new NumberFormatException("3x"), false)).isEqualTo("NumberFormatException: 3x");
        assertThat(Failure.explain(new IllegalStateException(), false)).isEqualTo("IllegalStateException");
    }

    @Test
    void a_file_that_is_not_there_is_told_in_words() {
        assertThat(Failure.explain(new java.nio.file.NoSuchFileException("events.csv"), false))
                .isEqualTo("events.csv does not exist; check the path");
    }

    @Test
    void the_stack_trace_comes_on_request_only() {
        Exception failure = new IllegalStateException("the broker is gone");
        assertThat(Failure.explain(failure, false)).doesNotContain("\tat ");
        assertThat(Failure.explain(failure, true)).contains("\tat ");
    }
}
