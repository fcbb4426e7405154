package io.replybeat.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who is faster, on a machine that is never quite quiet? All run in turn, A B C A B C, so that what disturbs one disturbs
 * all; a first round, which warms the JVM up, does not count.
 */
final class Rounds {

    private Rounds() {}

    static Map<Contestant, Result> of(List<Contestant> contestants, int rounds, Consumer<String> progress) {
        Map<Contestant, List<Measured>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                Measured run = contestant.run();
                progress.accept("%-24s %s %,9.0f events/s, %5.2f CPU s per million"
                        .formatted(
                                contestant.name(),
                                round == 0 ? "warm-up" : "round " + round,
                                run.eventsPerSecond(),
                                run.cpuSecondsPerMillion()));
                if (round > 0) {
                    runs.computeIfAbsent(contestant, first -> new ArrayList<>()).add(run);
                }
            }
        }
        Map<Contestant, Result> results = new LinkedHashMap<>();
        runs.forEach((contestant, all) -> results.put(contestant, Result.of(all)));
        return results;
    }
}
