package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One resolution a cycle: when, how long, by whom (DEFINITIONS §3). */
class ResolutionsTest {

    @Test
    void a_conversation_is_resolved_as_long_after_its_first_event_as_it_took() {
        Resolution resolution = books(Story.told()
                        .customerWrites()
                        .after("5m")
                        .agentReplies("ana")
                        .after("55m")
                        .resolvedBy("ana"))
                .only(Resolution.class);

        assertThat(resolution.startedAt()).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(resolution.durations()).isEqualTo(took(HOUR));
        assertThat(resolution.cycle()).isEqualTo(1);
        assertThat(resolution.fields()).doesNotContainKey("since_reopen_seconds");
    }

    @Test
    void the_start_is_the_first_event_of_whatever_kind() {
        // assigned at 10:00 by a rule, the customer's message came through at 10:30
        Resolution resolution = books(Story.told()
                        .assigned("ana", null)
                        .after("30m")
                        .customerWrites()
                        .after("30m")
                        .agentReplies("ana")
                        .resolvedBy("ana"))
                .only(Resolution.class);

        assertThat(resolution.durations()).isEqualTo(took(HOUR));
    }

    @Test
    void a_second_resolved_in_a_row_is_nothing() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1h")
                .agentReplies("ana")
                .resolvedBy("ana")
                .after("2d")
                .resolvedByBot());

        assertThat(books.only(Resolution.class).durations()).isEqualTo(took(HOUR));
        assertThat(books.only(Resolution.class).resolvedBy()).isEqualTo(By.HUMAN);
    }

    @Test
    void a_later_cycle_is_measured_from_the_start_and_from_its_reopen() {
        List<Resolution> resolutions = books(twoCycles()).facts(Resolution.class).stream()
                .sorted(java.util.Comparator.comparingInt(Resolution::cycle))
                .toList();

        // cycle 1: 10:00 → 11:00; reopened the next day at 11:00, resolved at 11:30: 24 h + 1.5 h, and 30 min
        assertThat(resolutions).extracting(Resolution::cycle).containsExactly(1, 2);
        assertThat(resolutions.get(1).durations().seconds()).isEqualTo(DAY + HOUR + 30 * MINUTE);
        assertThat(resolutions.get(1).startedAt()).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(resolutions.get(1).reopenedAt()).isEqualTo(at("2026-03-05T11:00:00Z"));
        assertThat(resolutions.get(1).fields()).containsEntry("since_reopen_seconds", 30 * MINUTE);
    }

    @Test
    void a_resolution_says_how_many_messages_it_took() {
        List<Resolution> resolutions = books(twoCycles()).facts(Resolution.class);

        assertThat(resolutions)
                .extracting(Resolution::customerMessages, Resolution::agentReplies, Resolution::botReplies)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, 1, 1), org.assertj.core.groups.Tuple.tuple(2, 2, 1));
    }

    @Test
    void a_customer_who_resolves_is_a_human_without_credit() {
        Resolution resolution = books(Story.told()
                        .customerWrites()
                        .after("1m")
                        .agentReplies("ana")
                        .status(Status.RESOLVED, new Author("u1", Author.Kind.CUSTOMER)))
                .only(Resolution.class);

        assertThat(resolution.resolvedBy()).isEqualTo(By.HUMAN);
        assertThat(resolution.attributes().agentId()).isNull();
    }

    @Test
    void automation_that_resolves_is_a_machine() {
        assertThat(books(Story.told()
                                .customerWrites()
                                .after("7d")
                                .status(Status.RESOLVED, new Author("auto-close", Author.Kind.AUTOMATION)))
                        .only(Resolution.class)
                        .resolvedBy())
                .isEqualTo(By.BOT);
    }

    @Test
    void a_status_without_an_actor_is_taken_for_a_persons() {
        Resolution resolution = books(Story.told().customerWrites().status(Status.RESOLVED, null))
                .only(Resolution.class);

        assertThat(resolution.resolvedBy()).isEqualTo(By.HUMAN);
        assertThat(resolution.reopenedAt()).isEqualTo(Fields.NONE);
    }

    /** Resolved after an hour, back a day later, resolved half an hour after that. */
    private static Story twoCycles() {
        return Story.told()
                .customerWrites()
                .after("1s")
                .botReplies()
                .after("59m59s")
                .agentReplies("ana")
                .resolvedBy("ana")
                .after("1d")
                .customerWrites()
                .after("30m")
                .agentReplies("ben")
                .resolvedBy("ben");
    }
}
