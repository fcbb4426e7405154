package io.replybeat.care.book;

import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Payload;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import java.time.Instant;
import java.util.List;

/** One of everything that can be put on the books; by default asked at 22:30 and answered at 23:10:42 UTC. */
final class EntryExamples {

    static final ConversationKey KEY = new ConversationKey("acme", "c1");
    static final Attributes ANA = new Attributes("x", "ana", "billing", 3, "refund", "de");
    static final Attributes NOBODY = new Attributes("x", null, null, 0, null, null);
    /** 23:30 of March 4th in Berlin, a minute boundary. */
    static final long ASKED = at("2026-03-04T22:30:00Z");
    /** 00:10:42 of March 5th in Berlin, 23:10 of the 4th in UTC. */
    static final long ANSWERED = at("2026-03-04T23:10:42Z");

    private EntryExamples() {}

    static List<Entry> oneOfEachKind() {
        return List.of(
                message(MessageCounted.Kind.IN_PUBLIC_REPOST, 7),
                message(MessageCounted.Kind.INTERNAL_NOTE, 0),
                new WaitReceived("w", KEY, ANA, ASKED, WaitReceived.Outcome.WAITING),
                new ConversationOpened("o", KEY, ANA, ASKED, true),
                reply(Fact.By.HUMAN, false),
                reply(Fact.By.BOT, true),
                response(ASKED, ANSWERED),
                new Fact.Resolution("s", KEY, ANA, ASKED, ANSWERED, took(2442), 1, Fields.NONE, Fact.By.HUMAN, 1, 1, 0),
                new Fact.Reopen("p", KEY, ANA, ASKED, ANSWERED, took(2442), true),
                sla(Outcome.MET, ANSWERED, ANSWERED),
                sla(Outcome.BREACHED, ASKED, Fields.NONE));
    }

    static MessageCounted message(MessageCounted.Kind kind, long customer) {
        return message(
                kind, customer, said(kind == MessageCounted.Kind.IN_PUBLIC_REPOST, Payload.Sentiment.Label.NEGATIVE));
    }

    static MessageCounted message(MessageCounted.Kind kind, long customer, Payload.Message said) {
        return new MessageCounted("m", KEY, ANA, ANSWERED, kind, customer, said);
    }

    /** Of an influencer, about a double charge. */
    static Payload.Message said(boolean repost, Payload.Sentiment.Label label) {
        return new Payload.Message(
                Payload.Direction.INBOUND,
                Payload.Visibility.PUBLIC,
                new Payload.Author("u1", Payload.Author.Kind.CUSTOMER),
                "en",
                repost,
                null,
                "sorry-1",
                "yes",
                List.of(),
                new Payload.Sentiment(label, 0.7654321 * (label.ordinal() - 1)),
                new Payload.Understood(
                        List.of("billing", "delivery"),
                        "billing",
                        List.of("billing/double_charge"),
                        3,
                        false,
                        new Payload.Reach(Payload.AuthorWeight.INFLUENCER, 20_000),
                        4711));
    }

    static Fact.Reply reply(Fact.By by, boolean inBusinessHours) {
        Durations durations = new Durations(2442, 1200, 600, inBusinessHours);
        return new Fact.Reply("r", KEY, ANA, ASKED, ANSWERED, durations, 1, by, 1, false);
    }

    static Fact.FirstResponse response(long from, long to) {
        return new Fact.FirstResponse("f", KEY, ANA, from, to, took((to - from) / 1000), Fact.Anchor.FIRST_MESSAGE);
    }

    static Fact.Sla sla(Outcome outcome, long due, long ended) {
        Durations durations = ended == Fields.NONE ? null : took((ended - ASKED) / 1000);
        return new Fact.Sla("l", KEY, ANA, ASKED, ended, durations, Target.NEXT_REPLY, due, outcome);
    }

    static Durations took(long seconds) {
        return new Durations(seconds, seconds, seconds, true);
    }

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
