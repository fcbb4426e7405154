package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.stream.callout.CalloutRun.Arriving;
import io.replybeat.stream.options.StateBackend;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand random streams: what the pipeline alerts is what loops over the sorted events find. */
class SurgeAgreesTest {

    private static final long STEP = 30_000;

    private static final List<Surge> POLICIES = List.of(
            CalloutPolicy.DEFAULT.surge(),
            new Surge(2, 5 * 2 * STEP, 3 * 2 * STEP, 1_000_000),
            new Surge(4, 10 * 2 * STEP, 5 * 2 * STEP, 1_000_000));

    private final RandomStreams streams = new RandomStreams(STEP);

    @ParameterizedTest
    @CsvSource({"10000, 1", "2000, 2"})
    void pipeline_and_loops_find_the_same_surges(int number, int parallelism) {
        streams.deal(number, 5, 30, SurgeAgreesTest::event);
        Map<String, List<Alert>> found = RandomStreams.lastMoments(
                new CalloutRun().with(brands(number)).parallelism(parallelism).over(streams.arrivals(streams.end())),
                Rule.CALLOUT_SURGE);

        int surges = 0;
        for (Map.Entry<String, List<Event>> stream : streams.inTime().entrySet()) {
            List<String> expected =
                    new SurgeOracle(policy(stream.getKey()), stream.getValue()).surgesUpTo(streams.end());
            surges += expected.size();
            assertThat(found.getOrDefault(stream.getKey(), List.of()))
                    .as(stream.getKey())
                    .extracting(SurgeAgreesTest::line)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(surges).isGreaterThan(number / 2);
    }

    /** Whole alerts, every moment of their lives, of all four rules. */
    @ParameterizedTest
    @CsvSource({"1, HASHMAP", "2, HASHMAP", "2, ROCKSDB"})
    void another_order_and_a_crash_raise_the_same_alerts(int parallelism, StateBackend backend) {
        streams.deal(300, 5, 30, SurgeAgreesTest::event);
        Brands brands = brands(300);
        Set<Alert> expected = Set.copyOf(new CalloutRun().with(brands).over(streams.arrivals(streams.end())));
        List<Arriving> shuffled = streams.arrivals(streams.end());
        int crashes = CalloutRun.crashes();

        List<Alert> told = new CalloutRun()
                .with(brands)
                .parallelism(parallelism)
                .on(backend)
                .crashAfter(shuffled.size() / 2)
                .over(shuffled);

        assertThat(CalloutRun.crashes()).isEqualTo(crashes + 1);
        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(Set.copyOf(told)).isEqualTo(expected);
    }

    private static Event event(Random random, String brand, String id, long at) {
        String conversation = "c" + random.nextInt(6);
        if (random.nextInt(4) == 0) {
            Author.Kind by = random.nextInt(4) == 0 ? Author.Kind.BOT : Author.Kind.AGENT;
            Visibility seen = random.nextInt(6) == 0 ? Visibility.INTERNAL : Visibility.PUBLIC;
            return Post.reply(brand, conversation, id, at, by, seen);
        }
        Post post = Post.by("author" + random.nextInt(7), id)
                .to(brand)
                .in(conversation)
                .at(at)
                .saying(random.nextInt(20));
        switch (random.nextInt(12)) {
            case 0 -> post.weighing(AuthorWeight.TROLL_LIKE, 2);
            case 1 -> post.weighing(AuthorWeight.ORDINARY, 200);
            case 2 -> post.seen(Visibility.DIRECT);
            case 3 -> post.scored(0.5);
            case 4, 5, 6, 7 -> post.about("billing");
            case 8, 9 -> post.about("delivery");
            default -> post.weighing(AuthorWeight.VERIFIED, 900);
        }
        return post.event();
    }

    private static Brands brands(int number) {
        CalloutPolicy otherwise = CalloutPolicy.DEFAULT;
        return RandomStreams.brands(
                number,
                brand -> new CalloutPolicy(
                        policy(brand),
                        otherwise.snowball(),
                        otherwise.ignoredInfluencer(),
                        otherwise.coolingFailure()));
    }

    private static Surge policy(String brand) {
        return RandomStreams.ofBrand(brand, POLICIES);
    }

    private static String line(Alert alert) {
        return "%s %d %d %s %d"
                .formatted(
                        alert.subject().text(),
                        alert.since(),
                        alert.firedAt(),
                        alert.isFiring() ? "-" : Long.toString(alert.resolvedAt()),
                        (int) alert.measure().value());
    }
}
