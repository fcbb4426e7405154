package io.replybeat.stream.elastic;

import static io.replybeat.stream.elastic.WriterBench.INDEX;
import static io.replybeat.stream.elastic.WriterBench.MARCH;
import static io.replybeat.stream.elastic.WriterBench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.replybeat.stream.elastic.ElasticsearchOptions.Bulk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ElasticsearchWriterTest {

    private static Bulk small(int maxDocuments, int bufferDocuments) {
        return new Bulk(
                maxDocuments,
                1 << 20,
                Duration.ofMillis(200),
                2,
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                bufferDocuments,
                64 << 20,
                Duration.ofMinutes(1));
    }

    @Test
    void a_document_waits_200_ms_for_company_and_is_then_sent() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.time.advance(199);
        assertThat(bench.network.underWay).isEmpty();
        bench.time.advance(1);
        bench.delivers();
        assertThat(bench.found()).containsExactly(entry(INDEX + "/a", json("a", 1)));
        assertThat(bench.metrics.count("numRecordsSend")).isEqualTo(1);
        assertThat(bench.metrics.gauge("buffered")).isEqualTo(0);
    }

    @Test
    void a_full_batch_waits_for_nobody() throws Exception {
        WriterBench bench = WriterBench.fresh(small(2, 100));
        bench.write("a", 1);
        bench.write("b", 1);
        assertThat(bench.network.only().operations()).isEqualTo(2);
    }

    @Test
    void only_the_newest_version_of_an_id_is_sent() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.write("a", 2);
        bench.withdraw("b");
        bench.write("b", 3);
        bench.linger();
        assertThat(bench.network.only().operations()).isEqualTo(2);
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 2), json("b", 3));
    }

    @Test
    void an_id_is_never_in_two_requests_at_once() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        bench.write("a", 2);
        bench.time.advance(10_000);
        assertThat(bench.network.only().text()).contains(json("a", 1));
        bench.delivers();
        bench.linger();
        assertThat(bench.network.only().text()).contains(json("a", 2));
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 2));
    }

    @Test
    void a_withdrawn_document_is_deleted_and_one_that_never_was_counts_as_deleted() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        bench.delivers();
        bench.withdraw("a");
        bench.withdraw("never-was");
        bench.linger();
        bench.delivers();
        assertThat(bench.found()).isEmpty();
        assertThat(bench.undelivered()).isEmpty();
    }

    @Test
    void an_outage_is_waited_out_with_growing_pauses_and_one_request_at_a_time() throws Exception {
        WriterBench bench = WriterBench.fresh(small(10, 10_000));
        for (int i = 0; i < 100; i++) {
            bench.write("d" + i, i);
        }
        long outage = Duration.ofMinutes(15).toMillis();
        while (bench.time.getCurrentProcessingTime() < MARCH + outage) {
            while (!bench.network.underWay.isEmpty()) {
                bench.network.underWay.get(0).isAnswered(503, "unavailable");
            }
            bench.mailbox.runAll();
            assertThat(bench.undelivered()).hasSize(100);
            bench.time.advanceToNextTimer();
            assertThat(bench.network.underWay.size()).isLessThanOrEqualTo(1);
        }
        // 15 minutes in pauses of 15 to 30 s, after about ten shorter ones.
        assertThat(bench.network.sent).isBetween(30, 75);

        bench.mailbox.meanwhile = () -> {
            bench.network.underWay.forEach(
                    request -> assertThat(request.operations()).isLessThanOrEqualTo(10));
            if (bench.network.underWay.isEmpty()) {
                return bench.time.advanceToNextTimer();
            }
            bench.network.underWay.get(0).arrives();
            return true;
        };
        bench.writer.flush(true);
        assertThat(bench.found()).hasSize(100);
    }

    @Test
    void of_a_partly_refused_request_only_the_refused_documents_are_sent_again() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.network.indices.itemFault = id -> id.equals("b") ? 429 : 0;
        bench.write("a", 1);
        bench.write("b", 1);
        bench.linger();
        bench.delivers();
        assertThat(bench.found()).containsOnlyKeys(INDEX + "/a");
        bench.network.indices.itemFault = id -> 0;
        bench.time.advance(200);
        assertThat(bench.network.only().operations()).isEqualTo(1);
        bench.delivers();
        assertThat(bench.found()).hasSize(2);
        assertThat(bench.metrics.count("bulkRetries")).isEqualTo(1);
    }

    @Test
    void a_document_that_was_overtaken_while_it_was_refused_is_not_sent_again() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        bench.write("a", 2);
        bench.network.only().timesOut();
        bench.mailbox.runAll();
        bench.time.advance(200);
        assertThat(bench.network.only().text()).contains(json("a", 2)).doesNotContain(json("a", 1));
    }

    @Test
    void a_write_that_arrives_after_a_newer_one_changes_nothing() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        Network.Request slow = bench.network.only();
        bench.write("a", 2);
        slow.timesOut();
        bench.mailbox.runAll();
        bench.time.advance(200);
        bench.delivers();
        slow.carryOut();
        assertThat(bench.found().values()).containsExactly(json("a", 2));
    }

    @Test
    void a_write_delayed_from_before_a_crash_does_not_bring_a_withdrawn_document_back() throws Exception {
        WriterBench before = WriterBench.fresh();
        before.write("a", 1);
        before.linger();
        Network.Request delayed = before.network.only();
        WriterBench after = new WriterBench(Bulk.DEFAULT, before.network.indices, MARCH + 5_000, List.of());
        after.withdraw("a");
        after.linger();
        after.delivers();
        delayed.carryOut();
        assertThat(after.found()).isEmpty();
    }

    @Test
    void versions_grow_over_a_restore_also_when_the_clock_was_set_back_and_over_a_fresh_start() throws Exception {
        WriterBench first = WriterBench.fresh();
        first.write("a", 1);
        first.linger();
        first.delivers();
        long written = first.network.indices.version(INDEX + "/a");
        assertThat(written).isEqualTo(MARCH * 1000);

        WriterBench restored =
                new WriterBench(Bulk.DEFAULT, first.network.indices, MARCH - 3_600_000, first.checkpoint());
        restored.write("a", 2);
        restored.linger();
        restored.delivers();
        assertThat(first.network.indices.version(INDEX + "/a")).isEqualTo(written + 1);

        WriterBench fresh = new WriterBench(Bulk.DEFAULT, first.network.indices, MARCH + 1, List.of());
        fresh.write("a", 3);
        fresh.linger();
        fresh.delivers();
        assertThat(fresh.found().values()).containsExactly(json("a", 3));
    }

    @Test
    void what_was_undelivered_is_sent_after_a_restore_with_the_version_it_had() throws Exception {
        WriterBench before = WriterBench.fresh();
        before.write("flying", 1);
        before.write("overtaken", 1);
        before.linger();
        before.write("overtaken", 2);
        before.write("waiting", 3);
        before.withdraw("gone");
        List<WriterState> state = before.checkpoint();
        WriterBench after = new WriterBench(Bulk.DEFAULT, new FakeIndices(), MARCH + 60_000, state);
        after.linger();
        after.delivers();
        assertThat(after.found().values()).containsExactly(json("flying", 1), json("overtaken", 2), json("waiting", 3));
        assertThat(after.network.indices.version(INDEX + "/flying")).isEqualTo(MARCH * 1000);
    }

    @Test
    void a_large_buffer_is_kept_in_parts_that_each_know_the_last_version() throws Exception {
        WriterBench before = WriterBench.fresh(small(1_000, 10_000));
        for (int i = 0; i < 2_500; i++) {
            before.write("d" + i, i);
        }
        List<WriterState> state = before.checkpoint();
        assertThat(state).hasSize(3).allMatch(part -> part.lastVersion() == MARCH * 1000 + 2_499);
        assertThat(before.undelivered())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .hasSize(2_500);
    }

    @Test
    void a_restored_document_never_overwrites_what_another_subtask_has_written_since() throws Exception {
        WriterBench before = WriterBench.fresh();
        before.write("a", 1);
        List<WriterState> state = before.checkpoint();
        FakeIndices shared = before.network.indices;
        WriterBench newOwner = new WriterBench(Bulk.DEFAULT, shared, MARCH + 5_000, List.of());
        WriterBench heir = new WriterBench(Bulk.DEFAULT, shared, MARCH + 6_000, state);
        newOwner.write("a", 2);
        newOwner.linger();
        newOwner.delivers();
        heir.linger();
        heir.delivers();
        assertThat(shared.found().values()).containsExactly(json("a", 2));
        assertThat(heir.metrics.count("conflicts")).isEqualTo(1);
    }

    @Test
    void of_two_versions_with_a_precedence_only_the_higher_is_sent_whichever_comes_first() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 2, 20);
        bench.write("a", 1, 10);
        bench.write("b", 1, 10);
        bench.write("b", 2, 20);
        bench.linger();
        assertThat(bench.network.only().operations()).isEqualTo(2);
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 2), json("b", 2));
        assertThat(bench.network.indices.version(INDEX + "/a")).isEqualTo(20);
    }

    @Test
    void a_lower_precedence_never_overwrites_a_higher_one_that_is_under_way_or_written() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 2, 20);
        bench.linger();
        bench.write("a", 1, 10);
        assertThat(bench.undelivered()).extracting(Operation::version).containsExactly(20L);
        bench.delivers();
        bench.write("a", 1, 10);
        bench.linger();
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 2));
        assertThat(bench.metrics.count("conflicts")).isEqualTo(1);
        assertThat(bench.undelivered()).isEmpty();
    }

    @Test
    void a_higher_precedence_overwrites_a_lower_one_that_is_under_way_or_written() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1, 10);
        bench.linger();
        bench.write("a", 2, 20);
        bench.delivers();
        bench.linger();
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 2));
        bench.write("a", 3, 30);
        bench.linger();
        bench.delivers();
        assertThat(bench.found().values()).containsExactly(json("a", 3));
    }

    @Test
    void precedences_stand_after_a_restore_also_against_what_comes_again() throws Exception {
        WriterBench before = WriterBench.fresh();
        before.write("a", 2, 20);
        before.write("b", 1, 10);
        WriterBench after = new WriterBench(Bulk.DEFAULT, new FakeIndices(), MARCH + 60_000, before.checkpoint());
        after.write("a", 1, 10);
        after.write("b", 2, 20);
        after.linger();
        after.delivers();
        assertThat(after.found().values()).containsExactly(json("a", 2), json("b", 2));
        assertThat(after.network.indices.version(INDEX + "/a")).isEqualTo(20);
    }

    @Test
    void a_restored_version_of_lower_precedence_leaves_what_another_subtask_has_written_since() throws Exception {
        WriterBench before = WriterBench.fresh();
        before.write("a", 1, 10);
        List<WriterState> state = before.checkpoint();
        WriterBench newOwner = new WriterBench(Bulk.DEFAULT, before.network.indices, MARCH + 5_000, List.of());
        newOwner.write("a", 2, 20);
        newOwner.linger();
        newOwner.delivers();
        WriterBench heir = new WriterBench(Bulk.DEFAULT, before.network.indices, MARCH + 6_000, state);
        heir.linger();
        heir.delivers();
        assertThat(heir.found().values()).containsExactly(json("a", 2));
        assertThat(heir.undelivered()).isEmpty();
    }

    @Test
    void an_equal_precedence_is_written_over_by_a_later_run_which_knows_better() throws Exception {
        WriterBench first = WriterBench.fresh();
        first.write("a", 1, 10);
        first.write("a", 1, 10);
        first.linger();
        assertThat(first.network.only().operations()).isEqualTo(1);
        first.delivers();
        WriterBench later = new WriterBench(Bulk.DEFAULT, first.network.indices, MARCH + 60_000, List.of());
        later.write("a", 2, 10);
        later.linger();
        later.delivers();
        assertThat(later.found().values()).containsExactly(json("a", 2));
        assertThat(later.metrics.count("conflicts")).isZero();
    }

    @Test
    void a_precedence_takes_no_part_in_the_counting_of_versions() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("ranked", 1, Long.MAX_VALUE);
        bench.write("counted", 1);
        assertThat(bench.undelivered()).extracting(Operation::version).containsExactly(Long.MAX_VALUE, MARCH * 1000);
    }

    @Test
    void a_document_the_mapping_refuses_becomes_a_dead_letter_and_the_rest_goes_on() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.network.indices.itemFault = id -> id.equals("bad") ? 400 : 0;
        bench.write("good", 1);
        bench.write("bad", 2);
        bench.linger();
        bench.delivers();
        assertThat(bench.found()).containsOnlyKeys(INDEX + "/good");
        assertThat(bench.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo("bad");
            assertThat(letter.json()).isEqualTo(json("bad", 2));
            assertThat(letter.reason()).isEqualTo("mapper_parsing_exception: because of 400: the deeper cause");
        });
        assertThat(bench.metrics.count("rejected")).isEqualTo(1);
        assertThat(bench.undelivered()).isEmpty();
    }

    @Test
    void a_dead_letter_that_cannot_be_written_keeps_its_document_in_the_checkpoint() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.network.indices.itemFault = id -> 400;
        bench.deadLetterWritten = new CompletableFuture<>();
        bench.write("bad", 1);
        bench.linger();
        bench.delivers();
        assertThat(bench.undelivered()).hasSize(1);
        bench.deadLetterWritten.completeExceptionally(new IllegalStateException("Kafka is away"));
        bench.mailbox.runAll();
        assertThat(bench.undelivered()).hasSize(1);
        bench.deadLetterWritten = CompletableFuture.completedFuture(null);
        bench.time.advance(200);
        bench.delivers();
        assertThat(bench.undelivered()).isEmpty();
        assertThat(bench.deadLetters).hasSize(2);
    }

    @Test
    void a_request_that_is_too_large_is_halved_down_to_the_one_document_to_blame() throws Exception {
        WriterBench bench = WriterBench.fresh();
        for (int i = 0; i < 8; i++) {
            bench.write(i == 5 ? "huge" : "d" + i, i);
        }
        bench.mailbox.meanwhile = () -> {
            if (bench.network.underWay.isEmpty()) {
                return bench.time.advanceToNextTimer();
            }
            Network.Request next = bench.network.underWay.get(0);
            if (next.text().contains("huge")) {
                next.isAnswered(413, "Request Entity Too Large");
            } else {
                next.arrives();
            }
            return true;
        };
        bench.writer.flush(true);
        assertThat(bench.found()).hasSize(7);
        assertThat(bench.deadLetters).extracting(Undeliverable::id).containsExactly("huge");
    }

    @Test
    void wrong_credentials_stop_the_job_and_name_the_option() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        bench.network.only().isAnswered(401, "unable to authenticate");
        assertThatThrownBy(bench.mailbox::runAll)
                .isInstanceOf(ElasticsearchRefused.class)
                .hasMessageContaining("elasticsearch.api-key")
                .hasMessageContaining("unable to authenticate");
    }

    @Test
    void missing_rights_on_one_index_stop_the_job_but_a_write_block_on_it_does_not() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.network.indices.itemFault = id -> 403;
        bench.network.indices.errorType = "cluster_block_exception";
        bench.write("blocked", 1);
        bench.linger();
        bench.delivers();
        assertThat(bench.deadLetters).hasSize(1);

        bench.network.indices.errorType = "security_exception";
        bench.write("forbidden", 1);
        bench.linger();
        assertThatThrownBy(bench::delivers)
                .isInstanceOf(ElasticsearchRefused.class)
                .hasMessageContaining("privileges");
    }

    @Test
    void a_full_buffer_holds_the_input_back_until_something_is_delivered() throws Exception {
        WriterBench bench = WriterBench.fresh(small(2, 4));
        int[] waits = {0};
        bench.mailbox.meanwhile = () -> {
            waits[0]++;
            bench.network.underWay.get(0).arrives();
            return true;
        };
        for (int i = 0; i < 40; i++) {
            bench.write("d" + i, i);
            assertThat((Integer) bench.metrics.gauge("buffered")).isLessThan(4);
        }
        assertThat(waits[0]).isGreaterThan(10);
    }

    @Test
    void the_end_of_the_input_waits_a_minute_and_then_says_what_is_wrong() throws Exception {
        WriterBench bench = WriterBench.fresh(small(10, 100));
        bench.write("a", 1);
        bench.mailbox.meanwhile = () -> {
            bench.network.underWay.stream().toList().forEach(request -> request.isAnswered(503, "shards are missing"));
            return bench.time.advanceToNextTimer();
        };
        assertThatThrownBy(() -> bench.writer.flush(true))
                .hasMessageContaining("1 documents were still undelivered after 60 s")
                .hasMessageContaining("elasticsearch.flush-timeout")
                .hasMessageContaining("503 shards are missing");
    }

    @Test
    void a_clock_set_back_during_a_pause_delays_nothing() throws Exception {
        WriterBench bench = WriterBench.fresh();
        bench.write("a", 1);
        bench.linger();
        bench.network.only().timesOut();
        bench.mailbox.runAll();
        bench.time.setBackAndFireAll(3_600_000);
        assertThat(bench.network.underWay).hasSize(1);
    }
}
