package io.replybeat.sandbox.simulator;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Visibility;
import java.time.Instant;
import java.util.List;

/** Who writes what, to whom and how visibly, at this point of a conversation? */
final class Messages {

    private static final double LANGUAGE_KNOWN = 0.85;
    private static final double TOPIC_KNOWN_AT_ONCE = 0.2;
    private static final double SAVED_REPLY = 0.35;
    private static final double QUICK_REPLY = 0.2;

    private Messages() {}

    static Message ofCustomer(Conversation c) {
        Customer customer = c.customer;
        Author author = new Author(
                customer.id(),
                AuthorKind.CUSTOMER,
                customer.handle(),
                (long) customer.followers(),
                (long) customer.following(),
                customer.verified(),
                customer.hasAvatar(),
                customer.industryPlayer(),
                Instant.ofEpochMilli(customer.accountCreatedAt()));
        boolean opens = c.step == Step.OPENS;
        String quickReply = !opens && c.direct && c.dice.chance(QUICK_REPLY) ? "qr-" + c.topic.word() : null;
        return new Message(
                Direction.INBOUND,
                c.direct ? Visibility.DIRECT : Visibility.PUBLIC,
                author,
                words(c, opens),
                c.dice.chance(LANGUAGE_KNOWN) ? c.language : null,
                c.idOfLastOutbound,
                c.story == Story.REPOST,
                null,
                null,
                quickReply,
                opens && c.dice.chance(TOPIC_KNOWN_AT_ONCE) ? List.of(c.topic.tag()) : List.of(),
                c.brand.labelsTone() || isCallout(c) ? sentiment(c) : null);
    }

    /** Its tone is given: what is said to be a surge is one, whatever a model hears in the words. */
    private static boolean isCallout(Conversation c) {
        return c.step == Step.OPENS && c.story == Story.CALLOUT;
    }

    static Message ofAgent(Conversation c) {
        Phrasebook book = Phrasebook.of(c.language);
        boolean first = c.agentReplies == 0;
        List<String> replies = first ? book.firstReplies() : book.furtherReplies();
        int choice = c.dice.below(replies.size());
        String saved = first && c.dice.chance(SAVED_REPLY) ? "sr-" + c.language + "-" + (choice + 1) : null;
        return outbound(c, AuthorKind.AGENT, c.agent, seenByCustomer(c), replies.get(choice), c.team(), saved);
    }

    static Message ofBot(Conversation c) {
        String text = Phrasebook.of(c.language).line("bot", c.dice);
        return outbound(c, AuthorKind.BOT, c.brand.bot(), seenByCustomer(c), text, null, null);
    }

    static Message ofAutomation(Conversation c) {
        String text = Phrasebook.of(c.language).line("automation", c.dice);
        return outbound(c, AuthorKind.AUTOMATION, c.brand.id() + "-auto", seenByCustomer(c), text, null, null);
    }

    static Message note(Conversation c) {
        String text = Phrasebook.of(c.language).line("notes", c.dice);
        return outbound(c, AuthorKind.AGENT, c.agent, Visibility.INTERNAL, text, c.team(), null);
    }

    private static Message outbound(
            Conversation c,
            AuthorKind kind,
            String authorId,
            Visibility visibility,
            String template,
            String team,
            String savedReply) {
        boolean internal = visibility == Visibility.INTERNAL;
        String handle = internal ? null : c.brand.handle();
        return new Message(
                Direction.OUTBOUND,
                visibility,
                new Author(authorId, kind, handle, null, null, null, null, null, null),
                filled(template, c),
                c.language,
                internal ? null : c.idOfLastInbound,
                false,
                team,
                savedReply,
                null,
                List.of(),
                null);
    }

    private static String words(Conversation c, boolean opens) {
        Phrasebook book = Phrasebook.of(c.language);
        return switch (opens ? c.story : Story.QUESTION) {
            case CALLOUT -> filled(book.callout(c.customer.number()), c);
            case REPOST -> "RT: " + filled(book.callout(c.customer.number()), c);
            case PRAISE, QUESTION ->
                addressed(c, opens ? book.opening(c.topic, c.tone, c.dice) : book.followUp(c.tone, c.dice));
        };
    }

    private static String addressed(Conversation c, String template) {
        String text = filled(template, c);
        return c.direct ? text : "@" + c.brand.handle() + " " + text;
    }

    private static String filled(String template, Conversation c) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        return template.replace("{brand}", "@" + c.brand.handle())
                .replace("{ref}", c.reference())
                .replace("{agent}", c.initials());
    }

    private static Visibility seenByCustomer(Conversation c) {
        return c.direct ? Visibility.DIRECT : Visibility.PUBLIC;
    }

    private static Sentiment sentiment(Conversation c) {
        double strength = Math.round(30 + c.dice.even() * 65) / 100.0;
        return switch (c.tone) {
            case NEGATIVE -> new Sentiment(SentimentLabel.NEGATIVE, -strength);
            case NEUTRAL -> new Sentiment(SentimentLabel.NEUTRAL, 0.0);
            case POSITIVE -> new Sentiment(SentimentLabel.POSITIVE, strength);
        };
    }
}
