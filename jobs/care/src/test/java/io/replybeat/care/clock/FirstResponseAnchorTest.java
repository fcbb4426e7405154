package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** From where the first response is measured: the first message, or the latest hand-off or reopen before it (DEFINITIONS §3). */
class FirstResponseAnchorTest {

    private static final String ANCHORED = "policies: {first_response_anchor: last_handoff_or_reopen}";

    @Test
    void by_default_a_hand_off_does_not_move_its_start() {
        FirstResponse first = books(handedOffAfterAnHour()).only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(HOUR + 10 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.FIRST_MESSAGE);
    }

    @Test
    void by_the_switch_it_is_measured_from_the_bots_hand_off() {
        FirstResponse first = books(ANCHORED, handedOffAfterAnHour()).only(FirstResponse.class);

        assertThat(first.startedAt()).isEqualTo(at("2026-03-04T11:00:00Z"));
        assertThat(first.durations()).isEqualTo(took(10 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.BOT_HANDOFF);
    }

    @Test
    void by_the_switch_the_latest_of_several_hand_offs_counts() {
        FirstResponse first = books(
                        ANCHORED,
                        Story.told()
                                .customerWrites()
                                .after("1h")
                                .botHandsOff()
                                .after("1h")
                                .botHandsOff()
                                .after("3m")
                                .agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(3 * MINUTE));
    }

    @Test
    void by_default_a_reopen_without_any_answer_before_still_counts_from_the_first_message() {
        // resolved by the bot after 2 minutes, back after 5 days, answered 10 minutes later; resolved days are not
        // active
        FirstResponse first = books(botResolvedAndReopenedAfterFiveDays()).only(FirstResponse.class);

        assertThat(first.durations())
                .isEqualTo(new Durations(5 * DAY + 12 * MINUTE, 5 * DAY + 12 * MINUTE, 12 * MINUTE, true));
    }

    @Test
    void by_the_switch_it_is_measured_from_the_reopen_before_it() {
        FirstResponse first =
                books(ANCHORED, botResolvedAndReopenedAfterFiveDays()).only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(10 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.REOPEN);
    }

    @Test
    void by_the_switch_nothing_moves_it_after_it_was_given() {
        FirstResponse first = books(
                        ANCHORED,
                        Story.told()
                                .customerWrites()
                                .after("5m")
                                .agentReplies("ana")
                                .after("1h")
                                .botHandsOff()
                                .after("1h")
                                .customerWrites()
                                .after("1m")
                                .agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(5 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.FIRST_MESSAGE);
    }

    @Test
    void by_the_switch_without_hand_off_or_reopen_it_is_the_first_message_all_the_same() {
        FirstResponse first = books(
                        ANCHORED, Story.told().customerWrites().after("5m").agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.anchor()).isEqualTo(Anchor.FIRST_MESSAGE);
    }

    @Test
    void by_the_switch_the_first_message_of_all_can_be_the_reopen_itself() {
        // the brand wrote first and resolved; the customer's first message brings it back
        FirstResponse first = books(
                        ANCHORED,
                        Story.told()
                                .agentReplies("ana")
                                .resolvedBy("ana")
                                .after("1h")
                                .customerWrites()
                                .after("5m")
                                .agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(5 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.REOPEN);
    }

    @Test
    void by_the_switch_a_hand_off_before_the_customers_first_message_is_no_start() {
        FirstResponse first = books(
                        ANCHORED,
                        Story.told()
                                .botHandsOff()
                                .after("1h")
                                .customerWrites()
                                .after("5m")
                                .agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.durations()).isEqualTo(took(5 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.FIRST_MESSAGE);
    }

    private static Story handedOffAfterAnHour() {
        return Story.told()
                .customerWrites()
                .after("1m")
                .botReplies()
                .after("59m")
                .botHandsOff()
                .after("10m")
                .agentReplies("ana");
    }

    private static Story botResolvedAndReopenedAfterFiveDays() {
        return Story.told()
                .customerWrites()
                .after("1m")
                .botReplies()
                .after("1m")
                .resolvedByBot()
                .after("5d")
                .customerWrites()
                .after("10m")
                .agentReplies("ana");
    }
}
