package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.messages;
import static io.replybeat.care.clock.Desk.targets;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.MessageCounted.Kind;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.fact.Fact.Reopen;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets the credit, and with which team, tier, topic and language: as they were at the event (DEFINITIONS §3). */
class CreditTest {

    @Test
    void a_reply_is_its_senders_not_the_assignees() {
        Ledger books = books(
                "sla: [{first_response: 1h}]",
                Story.told()
                        .customerWrites()
                        .assigned("ben", "tech")
                        .after("5m")
                        .agentReplies("ana"));

        assertThat(books.only(Reply.class).attributes().agentId()).isEqualTo("ana");
        assertThat(books.only(FirstResponse.class).attributes().agentId()).isEqualTo("ana");
        assertThat(targets(books, Target.FIRST_RESPONSE).get(0).attributes().agentId())
                .isEqualTo("ana");
    }

    @Test
    void a_resolution_is_the_closers_not_the_last_repliers() {
        Ledger books = books(Story.told()
                .customerWrites()
                .assigned("ben", "tech")
                .after("5m")
                .agentReplies("ana")
                .after("5m")
                .resolvedBy("cho"));

        assertThat(books.only(Resolution.class).attributes().agentId()).isEqualTo("cho");
        assertThat(books.only(Resolution.class).attributes().teamId()).isEqualTo("tech");
    }

    @Test
    void the_team_is_the_one_the_message_names_else_the_one_in_charge() {
        Story named = Story.told()
                .customerWrites()
                .assigned("ana", "tech")
                .after("5m")
                .forTeam("billing")
                .agentReplies("ana");
        Story unnamed = Story.told()
                .customerWrites()
                .assigned("ana", "tech")
                .after("5m")
                .agentReplies("ana");

        assertThat(books(named).only(Reply.class).attributes().teamId()).isEqualTo("billing");
        assertThat(books(unnamed).only(Reply.class).attributes().teamId()).isEqualTo("tech");
    }

    @Test
    void what_changes_after_the_reply_does_not_change_the_reply() {
        Reply reply = books(Story.told()
                        .in("de")
                        .customerWrites()
                        .assigned("ana", "billing")
                        .tier(1)
                        .topic("refund")
                        .after("5m")
                        .agentReplies("ana")
                        .assigned("ben", "tech")
                        .tier(3)
                        .topic("outage")
                        .in("en")
                        .customerWrites())
                .only(Reply.class);

        assertThat(reply.attributes()).isEqualTo(new Attributes("x", "ana", "billing", 1, "refund", "de"));
    }

    @Test
    void a_wait_is_received_with_the_attributes_of_the_question() {
        Ledger books = books(Story.told()
                .assigned("ana", "billing")
                .tier(1)
                .customerWrites()
                .assigned("ben", "tech")
                .tier(3)
                .after("5m")
                .agentReplies("ben"));

        assertThat(waits(books).get(0).attributes()).isEqualTo(new Attributes("x", "ana", "billing", 1, null, null));
        assertThat(books.only(Reply.class).attributes().tier()).isEqualTo(3);
    }

    @Test
    void after_an_unassignment_nobody_is_in_charge() {
        Ledger books = books(Story.told()
                .assigned("ana", "billing")
                .after("1m")
                .assigned(null, null)
                .after("1m")
                .customerWrites());

        assertThat(books.document()).doesNotContainKeys("agent_id", "team_id");
        assertThat(waits(books).get(0).attributes().agentId()).isNull();
    }

    @Test
    void a_team_alone_leaves_the_agent_and_the_other_way_round() {
        Ledger books = books(
                Story.told().assigned("ana", "billing").assigned(null, "tech").assigned("ben", null));

        assertThat(books.document()).containsEntry("agent_id", "ben").containsEntry("team_id", "tech");
    }

    @Test
    void a_reopening_by_the_customer_belongs_to_the_one_in_charge() {
        Ledger books = books(Story.told()
                .customerWrites()
                .assigned("ben", "tech")
                .agentReplies("ana")
                .resolvedBy("cho")
                .after("1d")
                .customerWrites());

        assertThat(books.only(Reopen.class).attributes().agentId()).isEqualTo("ben");
    }

    @Test
    void every_message_of_the_brand_is_counted_for_its_author() {
        List<MessageCounted> messages = messages(books(Story.told()
                .assigned("ana", null)
                .after("1s")
                .agentNotes("ben")
                .after("1s")
                .agentReplies("cho")
                .after("1s")
                .botReplies()
                .after("1s")
                .automationWrites()));

        assertThat(messages)
                .extracting(MessageCounted::kind)
                .containsExactly(Kind.INTERNAL_NOTE, Kind.OUT_AGENT, Kind.OUT_BOT, Kind.OUT_AUTOMATION);
        assertThat(messages)
                .extracting(message -> message.attributes().agentId())
                .containsExactly("ben", "cho", "bot", "auto");
        assertThat(messages).extracting(MessageCounted::customer).containsOnly(0L);
    }

    @Test
    void a_customers_message_is_counted_for_the_one_in_charge() {
        List<MessageCounted> messages = messages(books(Story.told()
                .customerWrites()
                .after("1m")
                .agentReplies("ana")
                .after("1m")
                .customerWrites()));

        assertThat(messages)
                .extracting(message -> message.attributes().agentId())
                .containsExactly(null, "ana", "ana");
        assertThat(messages.get(0).customer())
                .isEqualTo(messages.get(2).customer())
                .isNotZero();
    }

    @Test
    void a_conversation_is_opened_with_the_attributes_of_its_first_event() {
        Ledger books = books(
                Story.told().in("pt").on("instagram").customerWrites().tier(3).assigned("ana", "tech"));

        assertThat(books.entries().values())
                .filteredOn(ConversationOpened.class::isInstance)
                .singleElement()
                .satisfies(opened -> assertThat(opened.attributes())
                        .isEqualTo(new Attributes("instagram", null, null, 0, null, "pt")));
    }
}
