package io.replybeat.stream.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.stream.receiver.ReceiverBench.Plain;
import io.replybeat.stream.receiver.ReceiverBench.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Alerts through hundreds of lives of faults, lost answers and crashes: none is lost, and none is told out of order. */
class RandomLivesTest {

    private static final int ALERTS = 6;
    private static final Plain RECEIVER = new Plain(false, false);

    /** One run: what is still to be written, and where the last checkpoint was. */
    private static final class Run {
        final SplittableRandom random;
        final List<Alert> history;
        final List<String> heard = new ArrayList<>();
        ReceiverBench bench =
                new ReceiverBench(RECEIVER, AlertExamples.TEN_O_CLOCK + 10 * ReceiverBench.MINUTE, heard, List.of());
        int position;
        int savedPosition;
        List<CorrespondenceState> saved = List.of();

        /** Where in {@code heard} each life of the job began. */
        final List<Integer> lives = new ArrayList<>(List.of(0));

        Run(long seed) {
            random = new SplittableRandom(seed);
            history = history(random);
        }

        void step() throws Exception {
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    if (position < history.size()) {
                        bench.write(history.get(position++));
                    }
                }
                case 2 -> {
                    saved = bench.checkpoint();
                    savedPosition = position;
                }
                case 3 -> crash();
                case 4, 5 -> bench.time.advance(random.nextInt(20_000));
                default -> answer();
            }
            assertThat(bench.underWay)
                    .extracting(request -> request.text.substring(0, request.text.indexOf('#')))
                    .doesNotHaveDuplicates();
        }

        private void crash() {
            if (random.nextInt(4) == 0) {
                // What was under way may have arrived all the same.
                bench.underWay.stream().filter(unseen -> random.nextBoolean()).forEach(seen -> heard.add(seen.text));
                bench = bench.restarted(RECEIVER, saved);
                position = savedPosition;
                lives.add(heard.size());
            }
        }

        private void answer() throws Exception {
            if (bench.underWay.isEmpty()) {
                return;
            }
            Request request = bench.underWay.get(random.nextInt(bench.underWay.size()));
            switch (random.nextInt(6)) {
                case 0 -> request.fails(new IOException("request timed out"));
                case 1 -> request.arrivesAndTheAnswerIsLost();
                case 2 -> request.isAnswered(503);
                case 3 -> request.isAnswered(new Answer(429, "30", ""));
                default -> request.isAnswered(200);
            }
        }

        void healsAndEnds() throws Exception {
            while (position < history.size()) {
                bench.write(history.get(position++));
            }
            for (int i = 0; i < 100 && !bench.checkpoint().isEmpty(); i++) {
                bench.takesAll();
                bench.time.advance(ReceiverBench.MINUTE);
            }
        }
    }

    private static List<Alert> history(SplittableRandom random) {
        List<Alert> history = new ArrayList<>();
        int[] revisions = new int[ALERTS];
        boolean[] over = new boolean[ALERTS];
        for (int i = 0; i < 40; i++) {
            int alert = random.nextInt(ALERTS);
            if (!over[alert]) {
                history.add(moment(alert, ++revisions[alert], revisions[alert] > 1 && random.nextInt(5) == 0));
                over[alert] = history.get(history.size() - 1).change() == Change.RESOLVED;
            }
        }
        for (int alert = 0; alert < ALERTS; alert++) {
            if (!over[alert] && revisions[alert] > 0) {
                history.add(moment(alert, ++revisions[alert], true));
            }
        }
        return history;
    }

    private static Alert moment(int alert, int revision, boolean last) {
        String topic = "t" + alert;
        return revision == 1
                ? AlertExamples.fired(topic)
                : last ? AlertExamples.resolved(topic, revision) : AlertExamples.updated(topic, revision);
    }

    @Test
    void every_alert_is_told_and_its_end_is_the_last_that_is_told_of_it() throws Exception {
        for (long seed = 0; seed < 400; seed++) {
            Run run = new Run(seed);
            for (int i = 0; i < 300; i++) {
                run.step();
            }
            run.healsAndEnds();
            assertThat(run.bench.checkpoint()).as("seed %d", seed).isEmpty();
            for (Alert moment : run.history) {
                String topic = moment.subject().name();
                List<String> ofIt = run.heard.stream()
                        .filter(text -> text.startsWith(topic + "#"))
                        .toList();
                String told = topic + "#" + moment.revision();
                if (moment.change() == Change.FIRED) {
                    assertThat(ofIt).as("seed %d", seed).startsWith(told);
                } else if (moment.change() == Change.RESOLVED) {
                    assertThat(ofIt).as("seed %d", seed).endsWith(told);
                }
            }
            assertInOrderWithinEachLife(run, seed);
        }
    }

    private static void assertInOrderWithinEachLife(Run run, long seed) {
        run.lives.add(run.heard.size());
        for (int life = 1; life < run.lives.size(); life++) {
            List<String> heard = run.heard.subList(run.lives.get(life - 1), run.lives.get(life));
            for (int alert = 0; alert < ALERTS; alert++) {
                String topic = "t" + alert + "#";
                assertThat(heard.stream()
                                .filter(text -> text.startsWith(topic))
                                .map(text -> Integer.parseInt(text.substring(topic.length()))))
                        .as("seed %d, life %d", seed, life)
                        .isSorted();
            }
        }
    }
}
