package io.replybeat.stream.receiver;

import static io.replybeat.stream.receiver.AlertExamples.critical;
import static io.replybeat.stream.receiver.AlertExamples.fired;
import static io.replybeat.stream.receiver.AlertExamples.joinedBy;
import static io.replybeat.stream.receiver.AlertExamples.muted;
import static io.replybeat.stream.receiver.AlertExamples.resolved;
import static io.replybeat.stream.receiver.AlertExamples.updated;
import static io.replybeat.stream.receiver.ReceiverBench.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Cut;
import io.replybeat.stream.receiver.ReceiverBench.Plain;
import io.replybeat.stream.receiver.ReceiverBench.Request;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReceiverWriterTest {

    private static final Plain FORGETFUL = new Plain(true, false);
    private static final Plain QUIET = new Plain(false, true);

    private final ReceiverBench bench = ReceiverBench.fresh();

    @Test
    void an_alert_is_told_at_once() throws Exception {
        bench.write(fired("billing"));
        assertThat(bench.metrics.gauge("undelivered")).isEqualTo(1);
        bench.only().isAnswered(202);
        assertThat(bench.heard).containsExactly("billing#1");
        assertThat(bench.metrics.count("numRecordsSend")).isEqualTo(1);
        assertThat(bench.metrics.gauge("undelivered")).isEqualTo(0);
    }

    @Test
    void the_moments_of_one_alert_go_one_at_a_time_and_in_order() throws Exception {
        bench.write(fired("billing"), updated("billing", 2));
        assertThat(bench.only().text).isEqualTo("billing#1");
        bench.only().isAnswered(202);
        bench.write(resolved("billing", 3));
        assertThat(bench.only().text).isEqualTo("billing#2");
        bench.takesAll();
        assertThat(bench.heard).containsExactly("billing#1", "billing#2", "billing#3");
        assertThat(bench.checkpoint()).isEmpty();
    }

    @Test
    void a_slow_request_for_one_alert_holds_up_no_other_and_four_are_under_way_at_most() throws Exception {
        bench.write(fired("a"), fired("b"), fired("c"), fired("d"), fired("e"));
        assertThat(bench.underWay).extracting(request -> request.text).containsExactly("a#1", "b#1", "c#1", "d#1");
        bench.underWay.get(2).isAnswered(200);
        assertThat(bench.underWay).extracting(request -> request.text).containsExactly("a#1", "b#1", "d#1", "e#1");
    }

    @Test
    void an_update_that_waits_gives_way_to_what_follows_but_that_it_fired_and_is_over_is_always_told()
            throws Exception {
        bench.write(fired("billing"), updated("billing", 2), updated("billing", 3));
        assertThat(bench.metrics.gauge("undelivered")).isEqualTo(2);
        bench.write(resolved("billing", 4));
        assertThat(bench.metrics.gauge("undelivered")).isEqualTo(2);
        bench.takesAll();
        assertThat(bench.heard).containsExactly("billing#1", "billing#4");
    }

    @Test
    void no_firing_and_no_end_is_left_out_where_an_alert_fires_again_while_the_receiver_is_away() throws Exception {
        bench.write(fired("billing"), resolved("billing", 2), critical("billing", Change.FIRED, 3));
        bench.write(resolved("billing", 4));
        bench.isAwayFor(MINUTE);
        bench.time.advance(MINUTE);
        bench.takesAll();
        assertThat(bench.heard).containsExactly("billing#1", "billing#2", "billing#3", "billing#4");
    }

    @Test
    void a_receiver_that_is_away_for_five_minutes_delays_nothing_else_and_misses_nothing() throws Exception {
        bench.write(fired("a"), fired("b"), fired("c"), updated("a", 2));
        bench.isAwayFor(5 * MINUTE);
        bench.write(updated("a", 3), resolved("b", 2));

        assertThat(bench.sent).as("requests in five minutes").isBetween(8, 40);
        assertThat(bench.checkpoint()).hasSize(3);
        assertThat(bench.underWay).hasSizeLessThanOrEqualTo(1);

        bench.time.advance(2 * MINUTE);
        bench.takesAll();
        bench.time.advance(2 * MINUTE);
        bench.takesAll();
        assertThat(bench.heard).containsExactlyInAnyOrder("a#1", "a#3", "b#1", "b#2", "c#1");
        assertThat(bench.heard).containsSubsequence("a#1", "a#3").containsSubsequence("b#1", "b#2");
        assertThat(bench.metrics.gauge("undelivered")).isEqualTo(0);
    }

    @Test
    void after_a_failure_one_request_at_a_time_feels_whether_the_receiver_is_back() throws Exception {
        bench.write(fired("a"), fired("b"), fired("c"), fired("d"), fired("e"));
        for (Request request : List.copyOf(bench.underWay)) {
            request.isAnswered(503);
        }
        assertThat(bench.underWay).isEmpty();
        bench.time.advance(MINUTE);
        bench.only().isAnswered(200);
        assertThat(bench.underWay).hasSize(4);
    }

    @Test
    void what_times_out_or_fails_is_told_again_under_the_same_key() throws Exception {
        bench.write(fired("billing"));
        bench.only().fails(new HttpTimeoutException("request timed out"));
        bench.time.advance(MINUTE);
        bench.only().arrivesAndTheAnswerIsLost();
        bench.time.advance(MINUTE);
        bench.only().isAnswered(500);
        bench.time.advance(MINUTE);
        bench.only().isAnswered(200);
        assertThat(bench.heard).containsExactly("billing#1", "billing#1");
        assertThat(bench.metrics.count("retries")).isEqualTo(3);
        assertThat(bench.metrics.count("numRecordsSend")).isEqualTo(1);
    }

    @Test
    void a_receiver_that_asks_for_two_minutes_has_them() throws Exception {
        bench.write(fired("a"));
        bench.only().isAnswered(new Answer(429, "120", "slow down"));
        bench.write(fired("b"));
        bench.time.advance(119_999);
        assertThat(bench.underWay).isEmpty();
        bench.time.advance(1);
        assertThat(bench.underWay).hasSize(1);
        bench.time.advance(MINUTE);
        bench.takesAll();
        bench.time.advance(MINUTE);
        bench.takesAll();
        assertThat(bench.heard).containsExactlyInAnyOrder("a#1", "b#1");
    }

    @Test
    void an_alert_that_no_try_gets_through_holds_up_no_other() throws Exception {
        bench.write(fired("poison"));
        bench.only().isAnswered(500);
        for (int i = 0; i < 60; i++) {
            bench.write(fired("t" + i));
            bench.time.advance(10_000);
            for (Request request : List.copyOf(bench.underWay)) {
                request.isAnswered(request.text.startsWith("poison") ? 500 : 200);
            }
        }
        assertThat(bench.heard).hasSizeGreaterThanOrEqualTo(59);
        assertThat(bench.metrics.count("retries")).as("in ten minutes").isBetween(8L, 25L);
        assertThat(bench.checkpoint()).anyMatch(state -> state.waiting().equals(List.of(fired("poison"))));
    }

    @Test
    void what_a_receiver_will_never_take_is_laid_aside_whole_and_the_next_is_told() throws Exception {
        bench.write(fired("billing"), updated("billing", 2));
        bench.only().isAnswered(new Answer(404, null, "no_service"));
        assertThat(bench.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.index()).isEqualTo("plain");
            assertThat(letter.id()).isEqualTo(fired("billing").id());
            assertThat(letter.status()).isEqualTo(404);
            assertThat(letter.reason()).contains("no_service");
            assertThat(letter.json()).contains("84 messages in 5 minutes");
        });
        assertThat(bench.only().text).isEqualTo("billing#2");
        bench.takesAll();
        assertThat(bench.metrics.count("rejected")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_laid_aside_is_kept_and_tried_again() throws Exception {
        bench.deadLetterWritten = CompletableFuture.failedFuture(new IOException("Kafka is away"));
        bench.write(fired("billing"));
        bench.only().isAnswered(400);
        assertThat(bench.checkpoint()).singleElement().satisfies(state -> assertThat(state.waiting())
                .hasSize(1));
        bench.time.advance(MINUTE);
        bench.takesAll();
        assertThat(bench.heard).containsExactly("billing#1");
    }

    @Test
    void an_alert_of_which_no_request_can_be_made_is_laid_aside_and_stops_nothing() throws Exception {
        Alert mute = new Alert(
                Rule.SNOWBALL,
                "acme",
                new Subject(Cut.TOPIC, "x"),
                AlertExamples.TEN_O_CLOCK,
                AlertExamples.TEN_O_CLOCK,
                AlertExamples.TEN_O_CLOCK,
                Fields.NONE,
                Change.FIRED,
                1,
                Severity.WARNING,
                false,
                Measure.counted("messages", 1, 1),
                "",
                Evidence.NONE);
        bench.write(mute, fired("billing"));
        bench.takesAll();
        assertThat(bench.heard).containsExactly("billing#1");
        assertThat(bench.deadLetters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .contains("nothing to say"));
    }

    @Test
    void after_a_crash_what_was_under_way_and_what_waited_is_told_in_order() throws Exception {
        bench.write(fired("a"), resolved("a", 2), fired("b"));
        bench.underWay.get(0).arrivesAndTheAnswerIsLost();
        List<CorrespondenceState> checkpoint = bench.checkpoint();
        ReceiverBench next = bench.restarted(new Plain(false, false), checkpoint);
        next.takesAll();
        assertThat(next.heard).containsExactlyInAnyOrder("a#1", "a#1", "a#2", "b#1");
        assertThat(next.heard).containsSubsequence("a#1", "a#2");
    }

    @Test
    void a_checkpoint_holds_less_than_a_kilobyte_of_an_alert() throws Exception {
        bench.write(fired("billing"), updated("billing", 2), resolved("billing", 3));
        List<CorrespondenceState> states = bench.writer.snapshotState(1);
        assertThat(new CorrespondenceState.Serializer().serialize(states.get(0)))
                .hasSizeBetween(300, 1_024);
    }

    @Test
    void a_muted_alert_calls_nobody_and_neither_does_its_end() throws Exception {
        bench.write(muted("billing", Change.FIRED, 1), updated("billing", 2), resolved("billing", 3));
        assertThat(bench.sent).isZero();
        assertThat(bench.checkpoint()).isEmpty();
    }

    @Test
    void an_alert_that_fires_once_nobody_mutes_it_calls() throws Exception {
        bench.write(muted("billing", Change.FIRED, 1), muted("billing", Change.UPDATED, 2));
        ReceiverBench next = bench.restarted(new Plain(false, false), bench.checkpoint());
        next.write(critical("billing", Change.FIRED, 3));
        next.takesAll();
        assertThat(next.heard).containsExactly("billing#3");
    }

    @Test
    void the_end_of_what_was_told_is_told_however_late_and_muted_or_not() throws Exception {
        bench.write(fired("a"), fired("b"));
        bench.takesAll();
        ReceiverBench next = bench.restarted(new Plain(false, false), bench.checkpoint());
        next.time.advance(300 * MINUTE);
        next.write(updated("a", 2), muted("a", Change.UPDATED, 3), resolved("a", 4));
        next.write(muted("b", Change.RESOLVED, 2));
        next.takesAll();
        assertThat(next.heard).containsExactly("a#1", "b#1", "a#4", "b#2");
        assertThat(next.metrics.count("outdated")).isEqualTo(1);
        assertThat(next.checkpoint()).isEmpty();
    }

    @Test
    void a_replay_of_history_calls_nobody() throws Exception {
        bench.time.advance(62 * MINUTE);
        bench.write(fired("billing"), updated("billing", 2), resolved("billing", 3));
        assertThat(bench.sent).isZero();
        assertThat(bench.metrics.count("outdated")).isEqualTo(3);
        bench.write(resolved("other", 7));
        assertThat(bench.only().text).as("fired before this job, over now").isEqualTo("other#7");
    }

    @Test
    void a_quiet_receiver_hears_of_updates_that_are_graver_or_joined_by_something() throws Exception {
        ReceiverBench quiet = ReceiverBench.with(QUIET);
        quiet.write(fired("billing"));
        quiet.takesAll();
        quiet.write(updated("billing", 2));
        assertThat(quiet.sent).isEqualTo(1);
        quiet.write(critical("billing", Change.UPDATED, 3));
        quiet.takesAll();
        quiet.write(critical("billing", Change.UPDATED, 4), updated("billing", 5));
        quiet.write(joinedBy(new Subject(Cut.NETWORK, "facebook"), "billing", 6));
        quiet.takesAll();
        quiet.write(resolved("billing", 7));
        quiet.takesAll();
        assertThat(quiet.heard).containsExactly("billing#1", "billing#3", "billing#6", "billing#7");
    }

    @Test
    void a_receiver_that_forgets_hears_every_minute_of_what_still_fires() throws Exception {
        ReceiverBench forgetful = ReceiverBench.with(FORGETFUL);
        forgetful.write(fired("billing"));
        forgetful.takesAll();
        for (int i = 0; i < 3; i++) {
            forgetful.time.advance(MINUTE - 1);
            assertThat(forgetful.underWay).isEmpty();
            forgetful.time.advance(1);
            forgetful.only().isAnswered(200);
        }
        forgetful.write(updated("billing", 2));
        forgetful.takesAll();
        forgetful.time.advance(MINUTE);
        forgetful.takesAll();
        forgetful.write(resolved("billing", 3));
        forgetful.takesAll();
        forgetful.time.advance(10 * MINUTE);
        assertThat(forgetful.heard)
                .containsExactly(
                        "billing#1", "billing#1", "billing#1", "billing#1", "billing#2", "billing#2", "billing#3");
        assertThat(forgetful.metrics.count("numRecordsSend")).isEqualTo(3);
        assertThat(forgetful.metrics.count("repeats")).isEqualTo(4);
        assertThat(forgetful.metrics.gauge("undelivered")).isEqualTo(0);
    }

    @Test
    void after_a_restart_a_receiver_that_forgets_hears_at_once_and_news_overtake_a_repeat() throws Exception {
        ReceiverBench forgetful = ReceiverBench.with(FORGETFUL);
        forgetful.write(fired("billing"));
        forgetful.takesAll();
        ReceiverBench next = forgetful.restarted(FORGETFUL, forgetful.checkpoint());
        next.only().fails(new IOException("connection refused"));
        next.write(resolved("billing", 2));
        next.time.advance(MINUTE);
        next.takesAll();
        next.time.advance(10 * MINUTE);
        assertThat(next.heard).containsExactly("billing#1", "billing#2");
    }

    @Test
    void a_repeat_that_is_turned_down_for_good_is_laid_aside_once() throws Exception {
        ReceiverBench forgetful = ReceiverBench.with(FORGETFUL);
        forgetful.write(fired("billing"));
        forgetful.takesAll();
        forgetful.time.advance(MINUTE);
        forgetful.only().isAnswered(400);
        forgetful.time.advance(10 * MINUTE);
        assertThat(forgetful.deadLetters).hasSize(1);
        assertThat(forgetful.underWay).isEmpty();
    }

    @Test
    void an_alert_without_an_end_is_forgotten_after_thirty_days() throws Exception {
        ReceiverBench forgetful = ReceiverBench.with(FORGETFUL);
        forgetful.write(fired("billing"));
        forgetful.takesAll();
        forgetful.time.advance(30 * 24 * 60 * MINUTE);
        forgetful.takesAll();
        forgetful.time.advance(MINUTE);
        assertThat(forgetful.checkpoint()).isEmpty();
    }

    @Test
    void an_alert_waits_for_the_customers_words_and_is_told_without_them_where_there_are_none() throws Exception {
        CompletableFuture<List<MessageText>> words = new CompletableFuture<>();
        bench.texts = alert -> words;
        bench.write(fired("billing"));
        assertThat(bench.underWay).isEmpty();
        words.complete(List.of(new MessageText("e1", "Hello?")));
        assertThat(bench.only().text).contains("billing#1").contains("Hello?");
    }

    @Test
    void the_end_of_the_input_waits_until_everything_is_told() throws Exception {
        bench.write(fired("billing"), resolved("billing", 2));
        bench.mailbox.meanwhile = () -> {
            bench.takesAll();
            return true;
        };
        bench.writer.flush(true);
        assertThat(bench.heard).containsExactly("billing#1", "billing#2");
    }

    @Test
    void the_end_of_the_input_waits_a_minute_and_then_says_what_is_wrong() throws Exception {
        bench.write(fired("billing"));
        bench.mailbox.meanwhile = () -> {
            if (!bench.underWay.isEmpty()) {
                bench.only().isAnswered(new Answer(503, null, "maintenance"));
            }
            return bench.time.advanceToNextTimer();
        };
        assertThatThrownBy(() -> bench.writer.flush(true))
                .hasMessageContaining("plain had not been told of 1 moments of alerts after 60 s")
                .hasMessageContaining("alerts.flush-timeout")
                .hasMessageContaining("503 maintenance");
    }

    @Test
    void a_clock_set_back_during_a_pause_delays_nothing() throws Exception {
        bench.write(fired("billing"));
        bench.only().isAnswered(503);
        bench.time.setBackAndFireAll(60 * MINUTE);
        assertThat(bench.underWay).hasSize(1);
    }
}
