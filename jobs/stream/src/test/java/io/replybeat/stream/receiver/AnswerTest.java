package io.replybeat.stream.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.receiver.Answer.Verdict;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static final long NOW = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "200, TOLD",
        "202, TOLD",
        "204, TOLD",
        "301, NEVER",
        "400, NEVER",
        "401, NEVER",
        "404, NEVER",
        "410, NEVER",
        "408, AGAIN",
        "429, AGAIN",
        "500, AGAIN",
        "502, AGAIN",
        "503, AGAIN",
        "504, AGAIN"
    })
    void a_status_says_whether_the_alert_is_told_is_to_be_told_again_or_never(int status, Verdict verdict) {
        assertThat(new Answer(status, null, "").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120000",
        "'Wed, 04 Mar 2026 10:01:30 GMT', 90000",
        "'Wed, 04 Mar 2026 09:00:00 GMT', 0",
        "999999999, 3600000",
        "soon, 0",
        "-5, 0"
    })
    void retry_after_is_read_in_seconds_or_as_a_date_and_believed_up_to_an_hour(String header, long millis) {
        assertThat(new Answer(429, header, "").waitFrom(NOW)).isEqualTo(millis);
    }
}
