package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.messages;
import static io.replybeat.care.clock.Desk.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** What is a conversation about, by its messages and by what people said of it, and in which language is it? */
class SubjectTest {

    @Test
    void a_conversation_is_about_its_gravest_message_and_thanks_do_not_change_that() {
        Ledger books = books(Story.told()
                .customerWritesOf("how_to", 1)
                .after("1m")
                .customerWritesOf("billing", 3)
                .after("1m")
                .agentReplies("ana")
                .after("1m")
                .customerWritesOf("praise", 1)
                .after("1m")
                .resolvedBy("ana"));

        assertThat(messages(books))
                .extracting(MessageCounted::attributes)
                .extracting(Attributes::topic)
                .containsExactly("how_to", "billing", "billing", "billing");
        assertThat(books.only(Resolution.class).attributes().tier()).isEqualTo(3);
    }

    @Test
    void of_equally_grave_messages_the_first_one_counts() {
        Ledger books = books(Story.told()
                .customerWritesOf("outage", 3)
                .after("1m")
                .customerWritesOf("billing", 3)
                .after("1m")
                .resolvedBy("ana"));

        assertThat(books.only(Resolution.class).attributes().topic()).isEqualTo("outage");
    }

    @Test
    void a_topic_or_tier_set_by_people_wins_over_the_rules_before_and_after() {
        Ledger books = books(Story.told()
                .customerWritesOf("billing", 3)
                .topic("delivery")
                .tier(1)
                .after("1m")
                .customerWritesOf("outage", 3)
                .after("1m")
                .resolvedBy("ana"));

        assertThat(books.only(Resolution.class).attributes().topic()).isEqualTo("delivery");
        assertThat(books.only(Resolution.class).attributes().tier()).isEqualTo(1);
    }

    @Test
    void a_chance_to_sell_has_no_tier_but_can_be_promised_an_answer_by_its_topic() {
        Ledger books = books(
                """
                sla:
                  - {topic: sales_opportunity, first_response: 5m}
                  - {first_response: 4h}
                """,
                Story.told()
                        .customerWritesOf("sales_opportunity", 0)
                        .after("3m")
                        .agentReplies("ana"));

        var promise = targets(books, Target.FIRST_RESPONSE).get(0);
        assertThat(promise.dueAt() - promise.startedAt()).isEqualTo(300_000);
        assertThat(promise.attributes().tier()).isZero();
    }

    @Test
    void a_chance_to_sell_names_the_topic_and_takes_no_tier_away() {
        Ledger books = books(Story.told()
                .customerWritesOf("slow_connection", 2)
                .after("1m")
                .customerWritesOf("sales_opportunity", 0)
                .after("1m")
                .resolvedBy("ana"));

        assertThat(books.only(Resolution.class).attributes().topic()).isEqualTo("sales_opportunity");
        assertThat(books.only(Resolution.class).attributes().tier()).isEqualTo(2);
    }

    @Test
    void a_message_in_no_language_does_not_change_that_of_the_conversation() {
        Ledger books = books(Story.told()
                .in("und")
                .customerWrites()
                .after("1m")
                .in("de")
                .customerWrites()
                .after("1m")
                .in("und")
                .customerWrites());

        assertThat(messages(books))
                .extracting(MessageCounted::attributes)
                .extracting(Attributes::language)
                .containsExactly("und", "de", "de");
    }
}
