package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No message holds up the stream: whatever is written, no failure, and work that grows as the text does. */
class HostileTextTest {

    private static final Taxonomy SHIPPED = Taxonomy.shipped();

    /** Own rules that ask for as many looks as rules can: everything overlaps, everything is taken back. */
    private static final Taxonomy WORST = Taxonomy.parse(
            """
            topics:
              a:
                tier: 3
                phrases: [a, "*a*", a a, a a a, a a a a, a .. a, a .. b, a* b, "*a* .. *a*", 返 .. 金, 返金]
                unless: ["*b*", a .. c, b .. a]
              b:
                tier: 1
                phrases: [b, "*b*", a b, b .. b .. b]
                unless: [a a a]
            """);

    static Stream<Arguments> hostile() {
        return Stream.of(
                text("one letter", "a"::repeat),
                text("one capital", "A"::repeat),
                text("two letters in turn", n -> "ab".repeat(n / 2)),
                text("a word again and again", n -> "a ".repeat(n / 2)),
                text("two words in turn", n -> "a b ".repeat(n / 4)),
                text("a grave word again and again", n -> "refund late ".repeat(n / 12)),
                text("half of a phrase again and again", n -> "charged ".repeat(n / 8)),
                text("the begin of a phrase once, its end ever again", n -> "a charged " + "b twice ".repeat(n / 8)),
                text("what is taken back again and again", n -> "refund not charged ".repeat(n / 19)),
                text("no blanks in Japanese", n -> "返金".repeat(n / 2)),
                text("unpaired surrogates", "\uD83D"::repeat),
                text("direction marks", n -> "\u202Ea\u200F".repeat(n / 3)),
                text("accents upon accents", "\u0301"::repeat),
                text("letters that become two", "ß"::repeat),
                text("ends of sentences", "!"::repeat),
                text("scripts in turn", n -> "a返".repeat(n / 2)),
                text("hashtags", n -> "#aB".repeat(n / 3)),
                text("mentions", n -> "@a".repeat(n / 2)),
                text("links", n -> "http://a ".repeat(n / 9)),
                text("apostrophes", "'"::repeat));
    }

    private static Arguments text(String what, IntFunction<String> ofLength) {
        return Arguments.of(what, ofLength);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void eight_times_the_text_takes_about_eight_times_the_work(String what, IntFunction<String> ofLength) {
        for (Taxonomy taxonomy : new Taxonomy[] {SHIPPED, WORST}) {
            String little = ofLength.apply(1 << 13);
            String much = ofLength.apply(1 << 16);
            assertThat(work(taxonomy, much))
                    .as("64 times would be quadratic")
                    .isLessThan(30 * Math.max(work(taxonomy, little), 100_000));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_million_characters_are_read_without_failure(String what, IntFunction<String> ofLength) {
        String text = ofLength.apply(1_000_000);
        assertThatCode(() -> SHIPPED.classify(text, "en")).doesNotThrowAnyException();
        assertThatCode(() -> WORST.classify(text, null)).doesNotThrowAnyException();
    }

    @Test
    void what_stands_after_64_kilobytes_is_found() {
        Classification found = SHIPPED.classify("lorem ipsum ".repeat(6000) + "You charged me twice!", "en");
        assertThat(found.subTopics()).containsExactly("billing/double_charge");
    }

    @Test
    void any_characters_in_any_order_are_read_and_matches_lie_within_the_text() {
        SplittableRandom random = new SplittableRandom(7);
        String common = " .!'#@ßéAaBb\uD83D\uDE00返金ก\u0301\u0640\u3099ﾊﾞhttp://www.&amp;\u202E";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                boolean any = random.nextInt(4) == 0;
                text.append(any ? (char) random.nextInt(1 << 16) : common.charAt(random.nextInt(common.length())));
            }
            for (Match match : WORST.classify(text.toString(), null).matches()) {
                assertThat(match.start()).isBetween(0, match.end() - 1);
                assertThat(match.end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    /** Processor time of this thread, the least of a few runs: what others do on the machine does not count. */
    private static long work(Taxonomy taxonomy, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 7; run++) {
            long start = threads.getCurrentThreadCpuTime();
            assertThat(taxonomy.classify(text, "en")).isNotNull();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        return least;
    }
}
