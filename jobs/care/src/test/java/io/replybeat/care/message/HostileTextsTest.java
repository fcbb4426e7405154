package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.topic.Taxonomy;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that anybody can write costs more than its length, or stops the stream. */
class HostileTextsTest {

    private static final Enrichment ENRICHMENT =
            new Enrichment(LanguageDetector.shipped(), LinearSentiment.shipped(), Taxonomy.shipped());

    /** Seeds of texts; each is repeated to any length. */
    static List<String> seeds() {
        return List.of(
                "a",
                "\uD83D",
                "\uDE00\uD83D",
                "\u202E\u200F\u061C",
                "ag\u0301\u0302\u0303\u0304\u0305",
                "charged ",
                "no not never nicht ",
                "@ # @@ ## http:// ",
                "返金お金",
                "😀❤️👨‍👩‍👧‍👦",
                "<script>alert(1)</script>",
                "\u0000\uFFFF\uFEFF");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_text_of_64_KiB_and_one_of_a_million_characters_are_read_like_any_other(String seed) {
        for (int length : new int[] {65_536, 1_000_000}) {
            Message message = read(seed.repeat(length / seed.length() + 1).substring(0, length));

            assertThat(message.language()).isNotNull();
            assertThat(message.sentiment().score()).isBetween(-1.0, 1.0);
            assertThat(message.understood()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eight_times_the_text_takes_about_eight_times_the_time(String seed) {
        String text = seed.repeat(65_536 / seed.length());
        String longer = text.repeat(8);
        long once = leastNanos(text);
        long eightfold = leastNanos(longer);

        // A quadratic step anywhere would make it 64 times; what has a fixed limit makes it less than 8.
        assertThat(eightfold).isLessThan(24 * once + 2_000_000);
    }

    /** The least CPU time of several tries: what other processes do only adds to it. */
    private static long leastNanos(String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            read(text);
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        return least;
    }

    private static Message read(String text) {
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                new Author("u1", Author.Kind.CUSTOMER),
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null);
        Event event = new Event("e1", 0, "acme", "c1", "x", 0, Event.UNKNOWN, 0, message);
        return (Message) ENRICHMENT
                .enrich(event, new Said(text, null, Said.Profile.UNKNOWN))
                .payload();
    }
}
