package io.replybeat.sandbox.simulator;

import io.replybeat.schema.Actor;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.BotHandoff;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Status;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How does a step of a conversation read as a care event? */
final class Scribe {

    private static final double SNOOZED = 0.25;

    private Scribe() {}

    static CareEvent write(Conversation c, long occurredAt, long ingestedAt) {
        return new CareEvent(
                c.eventId(c.events),
                0,
                c.brand.id(),
                c.id,
                c.network,
                Instant.ofEpochMilli(occurredAt),
                Instant.ofEpochMilli(ingestedAt),
                (long) c.events,
                payload(c));
    }

    /** The same event once more in a better reading: the tone judged anew, or a slip of the pen mended. */
    static Optional<CareEvent> correct(CareEvent event, long ingestedAt) {
        if (!(event.getPayload() instanceof Message message)) {
            return Optional.empty();
        }
        Message.Builder corrected = Message.newBuilder(message);
        if (message.getSentiment() == null) {
            corrected.setText(message.getText() + " *");
        } else {
            corrected.setSentiment(new Sentiment(SentimentLabel.NEUTRAL, 0.0));
        }
        return Optional.of(CareEvent.newBuilder(event)
                .setRevision(event.getRevision() + 1)
                .setIngestedAt(Instant.ofEpochMilli(ingestedAt))
                .setPayload(corrected.build())
                .build());
    }

    private static Object payload(Conversation c) {
        return switch (c.step) {
            case OPENS, CUSTOMER_WRITES -> Messages.ofCustomer(c);
            case ACKNOWLEDGED -> Messages.ofAutomation(c);
            case BOT_WRITES -> Messages.ofBot(c);
            case NOTED -> Messages.note(c);
            case AGENT_WRITES -> Messages.ofAgent(c);
            case HANDED_OFF -> new BotHandoff();
            case LABELLED ->
                new Tagging(
                        List.of(c.topic.tag()), List.of(), c.tier == 0 ? null : c.tier, c.tier == 3 ? "urgent" : null);
            case ASSIGNED -> new Assignment(c.agent, c.team());
            case PAUSED -> statusByAgent(c, c.dice.chance(SNOOZED) ? Status.SNOOZED : Status.PENDING);
            case RESOLVED -> statusByAgent(c, Status.RESOLVED);
            case CLOSED_UNANSWERED -> statusByAgent(c, Status.NO_REPLY_NEEDED);
            case BOT_RESOLVES -> new StatusChange(Status.RESOLVED, new Actor(c.brand.bot(), AuthorKind.BOT), null);
            case OVER -> throw new IllegalStateException("nothing happens after the end of " + c.id);
        };
    }

    private static StatusChange statusByAgent(Conversation c, Status status) {
        return new StatusChange(status, new Actor(c.agent, AuthorKind.AGENT), c.team());
    }
}
