package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.stream.callout.CalloutRun.Arriving;
import io.replybeat.stream.options.StateBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten thousand random streams, each a brand of its own in one job: what the pipeline alerts is what loops over the sorted events
 * find. Times lie on a grid of half minutes, so that ties and exact bounds are frequent.
 */
class SurgeAgreesTest {

    private static final long START = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long STEP = 30_000;
    private static final int STEPS = 80;
    private static final int PART = 16;
    private static final long NOW = START + STEPS * STEP;

    private static final List<Surge> POLICIES = List.of(
            CalloutPolicy.DEFAULT.surge(),
            new Surge(2, 5 * 2 * STEP, 3 * 2 * STEP, 1_000_000),
            new Surge(4, 10 * 2 * STEP, 5 * 2 * STEP, 1_000_000));

    private final Random random = new Random(11);
    private final Map<String, List<Event>> inTime = new TreeMap<>();
    private final List<List<Arriving>> parts = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"10000, 1", "2000, 2"})
    void pipeline_and_loops_find_the_same_surges(int streams, int parallelism) {
        for (int i = 0; i <= STEPS / PART; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < streams; i++) {
            deal("b" + i);
        }
        Map<String, List<String>> found = found(
                new CalloutRun().with(brands(streams)).parallelism(parallelism).over(arrivals()));

        int surges = 0;
        for (Map.Entry<String, List<Event>> stream : inTime.entrySet()) {
            stream.getValue().sort(Event.TIMELINE_ORDER);
            List<String> expected = new SurgeOracle(policy(stream.getKey()), stream.getValue()).surgesUpTo(NOW);
            surges += expected.size();
            assertThat(found.getOrDefault(stream.getKey(), List.of()))
                    .as(stream.getKey())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(surges).isGreaterThan(streams / 2);
    }

    /** Whole alerts, every moment of their lives, of all four rules. */
    @ParameterizedTest
    @CsvSource({"1, HASHMAP", "2, HASHMAP", "2, ROCKSDB"})
    void another_order_and_a_crash_raise_the_same_alerts(int parallelism, StateBackend backend) {
        for (int i = 0; i <= STEPS / PART; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < 300; i++) {
            deal("b" + i);
        }
        Brands brands = brands(300);
        Set<Alert> expected = Set.copyOf(new CalloutRun().with(brands).over(arrivals()));
        List<Arriving> shuffled = arrivals();
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

    /** Each part in an order of its own, then the watermark that ends it. */
    private List<Arriving> arrivals() {
        List<Arriving> arrivals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Collections.shuffle(parts.get(i), random);
            arrivals.addAll(parts.get(i));
            arrivals.add(Arriving.upTo(Math.min(NOW, START + (i + 1) * PART * STEP - 1)));
        }
        arrivals.add(Arriving.upTo(NOW));
        return arrivals;
    }

    /** A stream of its own: what is delivered with its part of the time is in time, what comes a part later is late. */
    private void deal(String brand) {
        int events = 5 + random.nextInt(25);
        for (int n = 0; n < events; n++) {
            int step = random.nextInt(STEPS);
            Event event = event(brand, n, START + step * STEP);
            int part = step / PART;
            if (random.nextInt(15) == 0) {
                parts.get(part + 1).add(Arriving.of(event));
                continue;
            }
            parts.get(part).add(Arriving.of(event));
            inTime.computeIfAbsent(brand, name -> new ArrayList<>()).add(event);
            if (random.nextInt(8) == 0) {
                parts.get(part + random.nextInt(2)).add(Arriving.of(event));
            }
        }
    }

    private Event event(String brand, int number, long at) {
        String conversation = "c" + random.nextInt(6);
        String id = "e" + number;
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

    private static Brands brands(int streams) {
        Map<String, BrandPolicy> named = new HashMap<>();
        BrandPolicy otherwise = BrandPolicy.DEFAULT;
        for (int i = 0; i < streams; i++) {
            String brand = "b" + i;
            CalloutPolicy callouts = new CalloutPolicy(
                    policy(brand),
                    otherwise.callouts().snowball(),
                    otherwise.callouts().ignoredInfluencer(),
                    otherwise.callouts().coolingFailure());
            named.put(
                    brand,
                    new BrandPolicy(
                            otherwise.zone(),
                            otherwise.calendar(),
                            otherwise.policies(),
                            otherwise.sla(),
                            otherwise.alerts(),
                            callouts));
        }
        return new Brands(named);
    }

    private static Surge policy(String brand) {
        return POLICIES.get(Integer.parseInt(brand.substring(1)) % POLICIES.size());
    }

    /** The last moment of each life. */
    private static Map<String, List<String>> found(List<Alert> told) {
        Map<String, Alert> last = new HashMap<>();
        for (Alert alert : told) {
            if (alert.rule() == Rule.CALLOUT_SURGE) {
                last.merge(alert.id(), alert, (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        Map<String, List<String>> found = new HashMap<>();
        last.values().forEach(alert -> found.computeIfAbsent(alert.brand(), brand -> new ArrayList<>())
                .add("%s %d %d %s %d"
                        .formatted(
                                alert.subject().text(),
                                alert.since(),
                                alert.firedAt(),
                                alert.isFiring() ? "-" : Long.toString(alert.resolvedAt()),
                                (int) alert.measure().value())));
        return found;
    }
}
