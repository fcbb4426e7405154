package io.replybeat.care.event;

import java.util.List;

/** Which kind of thing happened, with what only this kind carries (DEFINITIONS §1). Absent strings are null, absent lists empty. */
public sealed interface Payload {

    /** Somebody wrote something. {@code tags} are the labels the message came with. */
    record Message(
            Direction direction,
            Visibility visibility,
            Author author,
            String language,
            boolean repost,
            String teamId,
            String savedReplyId,
            String quickReplyId,
            List<String> tags,
            Sentiment sentiment)
            implements Payload {

        /** Opens a wait: written by a customer, to the brand, outside internal notes. */
        public boolean isFromCustomer() {
            return direction == Direction.INBOUND && author.kind() == Author.Kind.CUSTOMER && isSeenByCustomer();
        }

        /** Can end a wait, if its author's kind can: the customer sees it. */
        public boolean isToCustomer() {
            return direction == Direction.OUTBOUND && isSeenByCustomer();
        }

        private boolean isSeenByCustomer() {
            return visibility != Visibility.INTERNAL;
        }
    }

    /** The conversation's status was set. */
    record StatusChange(Status status, Author actor, String teamId) implements Payload {}

    /** The conversation was given to an agent, a team or both; both null takes it away from everyone. */
    record Assignment(String agentId, String teamId) implements Payload {}

    /** Labels came or went; tier is 1-3, or {@link #NO_TIER} where this event does not set it. */
    record Tagging(List<String> added, List<String> removed, int tier, String priority) implements Payload {
        public static final int NO_TIER = 0;
    }

    /** The bot handed the conversation to people. */
    record BotHandoff() implements Payload {}

    enum Direction {
        INBOUND,
        OUTBOUND
    }

    enum Visibility {
        PUBLIC,
        DIRECT,
        INTERNAL
    }

    enum Status {
        OPEN,
        PENDING,
        SNOOZED,
        RESOLVED,
        NO_REPLY_NEEDED
    }

    /** Who did it; {@code id} may be null for an actor that the source does not name. */
    record Author(String id, Kind kind) {
        public enum Kind {
            CUSTOMER,
            AGENT,
            BOT,
            AUTOMATION
        }
    }

    /** Tone of a message: −1 (negative) … 1 (positive). */
    record Sentiment(Label label, double score) {
        public enum Label {
            NEGATIVE,
            NEUTRAL,
            POSITIVE
        }
    }
}
