package io.replybeat.stream.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.replybeat.care.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is misspelt or does not fit is told with the place where it was given. */
class OptionComplaintsTest {

    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --kafka.topik=x                     | --kafka.topik: unknown option; did you mean --kafka.topic?
            --paralellism=2                     | --paralellism: unknown option; did you mean --parallelism?
            --parallelism=many                  | --parallelism: parallelism: "many": write a whole number from 0
            --parallelism=-1                    | write a whole number from 0
            --elasticsearch.max-in-flight=0     | write a whole number from 1
            --parallelism                       | --parallelism: the value is missing; write --parallelism=…
            --kafka.topic=                      | --kafka.topic: the value of kafka.topic is missing
            --kafka.start=earlyest              | "earlyest": did you mean "earliest"? Known are earliest, latest, committed
            --checkpoint.interval=10            | "10": it has no unit; write 10s, 10m, 10h or 10d
            --alerts.bucket=7m                  | "7m" does not divide an hour into whole buckets; choose 1m, 5m
            --checkpoint.interval=0s            | write a duration longer than nothing
            --checkpoint.unaligned=perhaps      | "perhaps": write true or false
            --intake.max-record-bytes=1MB       | "1MB": write a number of bytes above 0, such as 65536, 64KiB or 5MiB
            --elasticsearch.url=localhost:9200  | write a URL such as http://localhost:9200
            --as-of=yesterday                   | write an instant in UTC, such as 2026-03-04T10:00:00Z
            --windows.cuts=brand,brend          | "brand,brend": did you mean "brand"?
            --windows.sizes=1m,7d               | windows.sizes: "7d" does not fit: sizes are whole minutes that divide a day
            --windows.sizes=1h,1m               | windows.sizes: "1m" does not fit
            --windows.sizes=30s                 | windows.sizes: "30s" does not fit
            --conversation.memory=1d            | conversation.memory (1d) is shorter than conversation.retention (7d)
            --windows.retention=1d              | windows.retention (1d) is shorter than conversation.retention (7d)
            --elasticsearch.username=me         | elasticsearch.username is given without elasticsearch.password
            --elasticsearch.password-file=/no   | elasticsearch.password-file: /no cannot be read (NoSuchFileException)
            --alerts.alertmanager.username=me   | alerts.alertmanager.username is given without alerts.alertmanager.password
            --alerts.alertmanager.token=x       | alerts.alertmanager.token is given without alerts.alertmanager.url
            --alerts.webhook.secret=x           | alerts.webhook.secret is given without alerts.webhook.url
            --alerts.webhook.secret=x           | alerts.webhook.secret has 1 characters and can be guessed
            --alerts.link=care.example/{id}     | write a URL such as https://care.example/alerts?id={id}
            --alerts.link=https://a/{alert}     | {alert} is no place; known are {id}, {brand}
            --config=/no                        | /no cannot be read (NoSuchFileException); check the path
            demo                                | "demo" is no option; write --key=value
            """)
    void a_mistake_on_the_command_line_is_told(String argument, String told) {
        assertThat(complaint(() -> JobOptions.parse(new String[] {argument}, NOTHING)))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kafak: {topic: x}                        | 1: kafak: unknown key; did you mean "kafka"?
            kafka: {topik: x}                        | 1: kafka.topik: unknown key; did you mean "kafka.topic"?
            elasticsearch: {bulk: {max-acts: 1}}     | did you mean "elasticsearch.bulk.max-actions"?
            brand: {acme: {}}                        | 1: brand: unknown key; did you mean "brands"?
            kafka: topic                             | 1: kafka: here belong keys with values, not "topic"
            {kafka: {topic: a}, kafka.topic: b}      | kafka.topic: this key stands twice in the file, dotted and nested
            {parallelism: 1, parallelism: 2}         | parallelism: this key stands here twice
            parallelism:                             | 1: parallelism: the value is missing
            parallelism: {a: 1}                      | one value belongs here, not keys with values
            brands: {acme: {zone: UTC}}              | brands.acme.zone: unknown key; did you mean "time_zone"?
            """)
    void a_mistake_in_the_file_is_told_with_its_line(String yaml, String told) throws IOException {
        Path file = Files.writeString(directory.resolve("replybeat.yaml"), yaml);
        assertThat(complaint(() -> JobOptions.from(NOTHING, NOTHING, file)))
                .startsWith(file + ":")
                .contains(told);
    }

    @Test
    void an_unknown_variable_of_ours_is_told_and_those_of_others_are_not() {
        assertThat(complaint(() ->
                        JobOptions.from(NOTHING, Map.of("REPLYBEAT_KAFKA_TOPICS", "x", "KAFKA_TOPICS", "y"), null)))
                .isEqualTo("REPLYBEAT_KAFKA_TOPICS: unknown variable; did you mean REPLYBEAT_KAFKA_TOPIC?");
    }

    @Test
    void a_secret_is_not_shown_even_where_it_is_wrong() {
        assertThat(complaint(() -> JobOptions.from(
                        Map.of("elasticsearch.api-key", "k3y", "elasticsearch.api-key-file", "/no"), NOTHING, null)))
                .isEqualTo("elasticsearch.api-key and elasticsearch.api-key-file are both given; keep one");
    }

    @Test
    void all_mistakes_of_all_sources_are_told_at_once() throws IOException {
        Path file = Files.writeString(
                directory.resolve("replybeat.yaml"), "time.idle-after: 5\nbrands: {acme: {tz: x}}\nx: y\n");
        assertThat(complaint(() -> JobOptions.from(
                                Map.of("parallelism", "x"), Map.of("REPLYBEAT_AS_OF", "now", "REPLYBEAT_X", "y"), file))
                        .lines())
                .hasSize(6);
    }

    @Test
    void a_flag_that_is_given_twice_is_told() {
        assertThat(complaint(() -> Flags.parse("--parallelism=1", "--parallelism=2")))
                .isEqualTo("--parallelism is given twice; keep one");
    }

    private static String complaint(ThrowingCallable read) {
        return catchThrowableOfType(ConfigException.class, read).getMessage();
    }
}
