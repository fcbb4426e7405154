package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.CalloutPolicy.CoolingFailure;
import io.replybeat.care.callout.CalloutPolicy.IgnoredInfluencer;
import io.replybeat.care.callout.CalloutPolicy.Snowball;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.stream.callout.RandomStreams.Chance;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand random streams a rule: what the pipeline alerts is what loops over the sorted events find. */
class OtherStoriesAgreeTest {

    private static final long MINUTE = 60_000;
    private static final CalloutPolicy DEFAULT = CalloutPolicy.DEFAULT;

    private static final List<Snowball> SNOWBALLS = List.of(
            new Snowball(30 * MINUTE, 3, 60 * MINUTE, 1),
            new Snowball(5 * MINUTE, 2, 20 * MINUTE, 0),
            new Snowball(20 * MINUTE, 4, 100 * MINUTE, 2));
    private static final List<IgnoredInfluencer> IGNORED =
            List.of(DEFAULT.ignoredInfluencer(), new IgnoredInfluencer(5 * MINUTE));
    private static final List<CoolingFailure> COOLING =
            List.of(new CoolingFailure(3, 300_000), DEFAULT.coolingFailure(), new CoolingFailure(3, 1_000_000));

    @ParameterizedTest
    @CsvSource({"10000, 1", "2000, 2"})
    void pipeline_and_loops_find_the_same_snowballs(int number, int parallelism) {
        agree(
                Rule.SNOWBALL,
                new RandomStreams(5 * MINUTE),
                number,
                parallelism,
                OtherStoriesAgreeTest::complaints,
                brand -> new CalloutPolicy(
                        DEFAULT.surge(),
                        RandomStreams.ofBrand(brand, SNOWBALLS),
                        DEFAULT.ignoredInfluencer(),
                        DEFAULT.coolingFailure()),
                (brand, events) -> new SnowballOracle(RandomStreams.ofBrand(brand, SNOWBALLS), events).snowballs());
    }

    @ParameterizedTest
    @CsvSource({"10000, 1", "2000, 2"})
    void pipeline_and_loops_find_the_same_ignored_influencers(int number, int parallelism) {
        RandomStreams streams = new RandomStreams(5 * MINUTE);
        agree(
                Rule.IGNORED_INFLUENCER,
                streams,
                number,
                parallelism,
                OtherStoriesAgreeTest::complaints,
                brand -> new CalloutPolicy(
                        DEFAULT.surge(),
                        DEFAULT.snowball(),
                        RandomStreams.ofBrand(brand, IGNORED),
                        DEFAULT.coolingFailure()),
                (brand, events) -> new IgnoredOracle(
                                RandomStreams.ofBrand(brand, IGNORED).after())
                        .ignoredUpTo(streams.end(), events));
    }

    @ParameterizedTest
    @CsvSource({"10000, 1", "2000, 2"})
    void pipeline_and_loops_find_the_same_cooling_failures(int number, int parallelism) {
        RandomStreams streams = new RandomStreams(60 * MINUTE);
        agree(
                Rule.COOLING_FAILURE,
                streams,
                number,
                parallelism,
                OtherStoriesAgreeTest::exchanges,
                brand -> new CalloutPolicy(
                        DEFAULT.surge(),
                        DEFAULT.snowball(),
                        DEFAULT.ignoredInfluencer(),
                        RandomStreams.ofBrand(brand, COOLING)),
                (brand, events) ->
                        new CoolingOracle(RandomStreams.ofBrand(brand, COOLING)).failuresUpTo(streams.end(), events));
    }

    private static void agree(
            Rule rule,
            RandomStreams streams,
            int number,
            int parallelism,
            Chance chance,
            Function<String, CalloutPolicy> policy,
            BiFunction<String, List<Event>, List<String>> oracle) {
        streams.deal(number, 10, 50, chance);
        long now = rule == Rule.SNOWBALL ? streams.end() + 1000 * MINUTE : streams.end();
        Map<String, List<Alert>> found = RandomStreams.lastMoments(
                new CalloutRun()
                        .with(RandomStreams.brands(number, policy))
                        .parallelism(parallelism)
                        .over(streams.arrivals(now)),
                rule);

        int all = 0;
        for (Map.Entry<String, List<Event>> stream : streams.inTime().entrySet()) {
            List<String> expected = oracle.apply(stream.getKey(), stream.getValue());
            all += expected.size();
            assertThat(found.getOrDefault(stream.getKey(), List.of()))
                    .as(stream.getKey())
                    .extracting(OtherStoriesAgreeTest::line)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(all).isGreaterThan(number / 10);
    }

    private static String line(Alert alert) {
        return "%s %d %d %s %d"
                .formatted(
                        alert.subject().name(),
                        alert.since(),
                        alert.firedAt(),
                        alert.isFiring() ? "-" : Long.toString(alert.resolvedAt()),
                        alert.evidence().messageIds().size());
    }

    private static Event complaints(Random random, String brand, String id, long at) {
        String conversation = "c" + random.nextInt(8);
        switch (random.nextInt(20)) {
            case 0, 1 -> {
                return reply(random, brand, conversation, id, at);
            }
            case 2 -> {
                return Post.status(brand, conversation, id, at, status(random));
            }
            case 3 -> {
                return Post.tier(brand, conversation, id, at, 1 + random.nextInt(3));
            }
            default -> {}
        }
        Post post = Post.by("author" + random.nextInt(9), id)
                .to(brand)
                .in(conversation)
                .at(at)
                .saying(1 + random.nextInt(30))
                .tier(1 + random.nextInt(3));
        switch (random.nextInt(10)) {
            case 0 -> post.weighing(AuthorWeight.TROLL_LIKE, 2);
            case 1, 2 -> post.weighing(AuthorWeight.VERIFIED, 900);
            default -> post.weighing(AuthorWeight.ORDINARY, 200);
        }
        switch (random.nextInt(10)) {
            case 0 -> post.seen(Visibility.DIRECT);
            case 1 -> post.scored(0.0);
            default -> {}
        }
        switch (random.nextInt(10)) {
            case 0 -> {}
            case 1, 2 -> post.about("delivery", "billing");
            default -> post.about("billing");
        }
        return post.event();
    }

    private static Event exchanges(Random random, String brand, String id, long at) {
        String conversation = random.nextInt(6) == 0 ? "c1" : "c0";
        switch (random.nextInt(30)) {
            case 0 -> {
                return Post.status(brand, conversation, id, at, status(random));
            }
            case 1 -> {
                return Post.tier(brand, conversation, id, at, 1 + random.nextInt(3));
            }
            case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> {
                return reply(random, brand, conversation, id, at);
            }
            default -> {}
        }
        return Post.by("author", id)
                .to(brand)
                .in(conversation)
                .at(at)
                .seen(random.nextBoolean() ? Visibility.DIRECT : Visibility.PUBLIC)
                .weighing(AuthorWeight.ORDINARY, 20)
                .scored(falling(random, at))
                .event();
    }

    /** The later, the lower, more or less, and every other day from the top again. */
    private static double falling(Random random, long at) {
        return (3 - Math.floorMod(at / MINUTE / 60, 40) / 4 - random.nextInt(2)) / 10.0;
    }

    private static Status status(Random random) {
        return List.of(Status.RESOLVED, Status.NO_REPLY_NEEDED, Status.PENDING).get(random.nextInt(3));
    }

    private static Event reply(Random random, String brand, String conversation, String id, long at) {
        Author.Kind by = random.nextInt(4) == 0 ? Author.Kind.BOT : Author.Kind.AGENT;
        Visibility seen = random.nextInt(6) == 0 ? Visibility.INTERNAL : Visibility.PUBLIC;
        return Post.reply(brand, conversation, id, at, by, seen);
    }
}
