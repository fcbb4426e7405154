package io.replybeat.stream.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.document.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The law of the sink: whatever fails in whatever order, in the end every id holds its newest version, or its highest. */
class DeliveryConvergenceTest {

    private static final ElasticsearchOptions.Bulk BULK = new ElasticsearchOptions.Bulk(
            3,
            1 << 20,
            Duration.ofMillis(50),
            2,
            Duration.ofSeconds(30),
            Duration.ofMillis(10),
            Duration.ofMillis(500),
            1_000,
            64 << 20,
            Duration.ZERO);

    /** @param precedence as bodies have it; of equal ones only one value is written */
    private record Write(String id, int value, long precedence) {}

    /** One life of a job: writes, faults, checkpoints, crashes; requests from before a crash arrive at any time. */
    private static final class Life {
        private final SplittableRandom random;
        private final FakeIndices indices = new FakeIndices();
        private final List<Write> input = new ArrayList<>();
        private final List<Network.Request> ghosts = new ArrayList<>();
        private WriterBench bench = new WriterBench(BULK, indices, WriterBench.MARCH, List.of());
        private int written;
        private int writtenAtCheckpoint;
        private List<WriterState> checkpoint = List.of();

        private Life(long seed) {
            random = new SplittableRandom(seed);
        }

        /** Written in their order; some are withdrawn. */
        static Life inOrder(long seed) {
            Life life = new Life(seed);
            for (int i = 0; i < 200; i++) {
                int value = life.random.nextInt(5) == 0 ? -1 : i;
                life.input.add(new Write("id" + life.random.nextInt(6), value, Body.LAST_WRITTEN));
            }
            return life;
        }

        /** Written in any order, some twice; the value says what stands. */
        static Life ranked(long seed) {
            Life life = new Life(seed);
            for (int i = 0; i < 200; i++) {
                int value = life.random.nextInt(100);
                life.input.add(new Write("id" + life.random.nextInt(6), value, value));
            }
            return life;
        }

        void live() throws Exception {
            indices.itemFault = id -> random.nextInt(10) == 0 ? 429 : 0;
            while (written < input.size()) {
                step(random.nextInt(12));
            }
            indices.itemFault = id -> 0;
            bench.mailbox.meanwhile = () -> {
                if (bench.network.underWay.isEmpty()) {
                    return bench.time.advanceToNextTimer();
                }
                bench.network.underWay.get(0).arrives();
                return true;
            };
            bench.writer.flush(true);
            ghosts.forEach(Network.Request::carryOut);
        }

        private void step(int choice) throws Exception {
            switch (choice) {
                case 0, 1, 2, 3 -> writeNext();
                case 4, 5 -> bench.time.advance(random.nextInt(60));
                case 6 -> checkpoint();
                case 7 -> crash();
                case 8 -> haunt();
                default -> answerOne(choice);
            }
            bench.mailbox.runAll();
        }

        private void writeNext() throws Exception {
            Write next = input.get(written++);
            if (next.value < 0) {
                bench.withdraw(next.id);
            } else if (next.precedence != Body.LAST_WRITTEN) {
                bench.write(next.id, next.value, next.precedence);
            } else {
                bench.write(next.id, next.value);
            }
        }

        private void checkpoint() throws Exception {
            checkpoint = bench.checkpoint();
            writtenAtCheckpoint = written;
        }

        private void crash() {
            if (random.nextInt(4) == 0) {
                ghosts.addAll(bench.network.underWay);
                long later = bench.time.getCurrentProcessingTime() + 1_000;
                bench = new WriterBench(BULK, indices, later, checkpoint);
                written = writtenAtCheckpoint;
            }
        }

        private void haunt() {
            if (!ghosts.isEmpty()) {
                ghosts.remove(random.nextInt(ghosts.size())).carryOut();
            }
        }

        private void answerOne(int choice) {
            List<Network.Request> underWay = bench.network.underWay;
            if (underWay.isEmpty()) {
                return;
            }
            Network.Request request = underWay.get(random.nextInt(underWay.size()));
            if (choice == 9) {
                ghosts.add(request);
                request.timesOut();
            } else if (random.nextInt(3) == 0) {
                request.arrivesAndTheAnswerIsLost();
            } else {
                request.arrives();
            }
        }

        Map<String, String> expected() {
            List<Write> order = new ArrayList<>(input);
            order.sort(Comparator.comparingLong(Write::precedence));
            Map<String, String> newest = new TreeMap<>();
            for (Write write : order) {
                String key = WriterBench.INDEX + "/" + write.id;
                newest.remove(key);
                if (write.value >= 0) {
                    newest.put(key, WriterBench.json(write.id, write.value));
                }
            }
            return newest;
        }
    }

    @Test
    void after_every_fault_crash_and_delayed_write_each_id_holds_its_newest_version() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            Life life = Life.inOrder(seed);
            life.live();
            assertThat(life.indices.found()).as("seed " + seed).isEqualTo(life.expected());
        }
    }

    @Test
    void whatever_happens_each_id_holds_its_version_of_the_highest_precedence() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            Life life = Life.ranked(seed);
            life.live();
            assertThat(life.indices.found()).as("seed " + seed).isEqualTo(life.expected());
        }
    }
}
