package io.replybeat.stream.callout;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.event.Event;
import io.replybeat.stream.callout.CalloutRun.Arriving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Random streams, each a brand of its own in one job. Times lie on a grid, so that ties and exact bounds are frequent; some events are
 * late, some come twice, and each part of the time comes in an order of its own.
 */
final class RandomStreams {

    private static final long START = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final int STEPS = 80;
    private static final int PART = 16;

    private final Random random = new Random(11);
    private final long step;
    private final Map<String, List<Event>> inTime = new TreeMap<>();
    private final List<List<Arriving>> parts = new ArrayList<>();

    /** What happens at this instant? */
    @FunctionalInterface
    interface Chance {
        Event event(Random random, String brand, String id, long at);
    }

    /** @param step of the grid */
    RandomStreams(long step) {
        this.step = step;
        for (int i = 0; i <= STEPS / PART; i++) {
            parts.add(new ArrayList<>());
        }
    }

    /** When the grid ends. */
    long end() {
        return START + STEPS * step;
    }

    /** Of each brand what is delivered with its part of the time, in order; what comes a part later is late. */
    Map<String, List<Event>> inTime() {
        inTime.values().forEach(events -> events.sort(Event.TIMELINE_ORDER));
        return inTime;
    }

    void deal(int streams, int least, int most, Chance chance) {
        for (int i = 0; i < streams; i++) {
            int events = least + random.nextInt(most - least);
            for (int n = 0; n < events; n++) {
                deal("b" + i, "e" + n, random.nextInt(STEPS), chance);
            }
        }
    }

    private void deal(String brand, String id, int step, Chance chance) {
        Event event = chance.event(random, brand, id, START + step * this.step);
        int part = step / PART;
        if (random.nextInt(15) == 0) {
            parts.get(part + 1).add(Arriving.of(event));
            return;
        }
        parts.get(part).add(Arriving.of(event));
        inTime.computeIfAbsent(brand, name -> new ArrayList<>()).add(event);
        if (random.nextInt(8) == 0) {
            parts.get(part + random.nextInt(2)).add(Arriving.of(event));
        }
    }

    /** Each part in an order of its own, then the watermark that ends it, at last the one up to {@code now}. */
    List<Arriving> arrivals(long now) {
        List<Arriving> arrivals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Collections.shuffle(parts.get(i), random);
            arrivals.addAll(parts.get(i));
            arrivals.add(Arriving.upTo(Math.min(end(), START + (i + 1) * PART * step - 1)));
        }
        arrivals.add(Arriving.upTo(now));
        return arrivals;
    }

    /** One of several for each brand, in turns. */
    static <P> P ofBrand(String brand, List<P> policies) {
        return policies.get(Integer.parseInt(brand.substring(1)) % policies.size());
    }

    static Brands brands(int streams, Function<String, CalloutPolicy> callouts) {
        Map<String, BrandPolicy> named = new HashMap<>();
        BrandPolicy otherwise = BrandPolicy.DEFAULT;
        for (int i = 0; i < streams; i++) {
            named.put(
                    "b" + i,
                    new BrandPolicy(
                            otherwise.zone(),
                            otherwise.calendar(),
                            otherwise.policies(),
                            otherwise.sla(),
                            otherwise.alerts(),
                            callouts.apply("b" + i)));
        }
        return new Brands(named);
    }

    /** The last moment of each life, by brand. */
    static Map<String, List<Alert>> lastMoments(List<Alert> told, Rule rule) {
        Map<String, Alert> last = new HashMap<>();
        for (Alert alert : told) {
            if (alert.rule() == rule) {
                last.merge(
                        alert.id() + alert.firedAt(),
                        alert,
                        (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        Map<String, List<Alert>> byBrand = new HashMap<>();
        last.values().forEach(alert -> byBrand.computeIfAbsent(alert.brand(), brand -> new ArrayList<>())
                .add(alert));
        return byBrand;
    }
}
