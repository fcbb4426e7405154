package io.replybeat.care.event;

import java.util.List;

/** Which kind of thing happened, with what only this kind carries (DEFINITIONS §1). Absent strings are null, absent lists empty. */
public sealed interface Payload {

    /**
     * Somebody wrote something. {@code tags} are the labels the message came with; {@code language} and {@code sentiment}
     * are the source's where it gave them, else what was made of the text; {@code understood} is null where nobody looked.
     */
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
            Sentiment sentiment,
            Understood understood)
            implements Payload {

        /** As it came: nothing was made of its text yet. */
        public Message(
                Direction direction,
                Visibility visibility,
                Author author,
                String language,
                boolean repost,
                String teamId,
                String savedReplyId,
                String quickReplyId,
                List<String> tags,
                Sentiment sentiment) {
            this(
                    direction,
                    visibility,
                    author,
                    language,
                    repost,
                    teamId,
                    savedReplyId,
                    quickReplyId,
                    tags,
                    sentiment,
                    null);
        }

        /** The same message with what was made of its labels, its text and its author. */
        public Message with(List<String> tags, String language, Sentiment sentiment, Understood understood) {
            return new Message(
                    direction,
                    visibility,
                    author,
                    language,
                    repost,
                    teamId,
                    savedReplyId,
                    quickReplyId,
                    tags,
                    sentiment,
                    understood);
        }

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

        /** Scores are added up as whole millionths: a sum of doubles would depend on its order. */
        public long scoreMillionths() {
            return Math.round(score * 1e6);
        }
    }

    /**
     * What a customer's message is about, and who listens to its author.
     *
     * @param topics those that its tags name, then those of the taxonomy's rules, the gravest first; each once
     * @param topicByRules the gravest of the rules, also where a tag names another; null where none matched
     * @param subTopics as {@code billing/double_charge}, the gravest first
     * @param tier by the rules: 1 general, 2 individual, 3 money, outage, undelivered or unusable; 0 where no rule matched
     * @param mustNotWait whether it is, by the rules, a chance to sell, which has no tier
     * @param words a number that messages of the same words share, so that copies of one text are told without the text;
     *     0 where there are no words
     */
    record Understood(
            List<String> topics,
            String topicByRules,
            List<String> subTopics,
            int tier,
            boolean mustNotWait,
            Reach reach,
            long words) {

        /** The first topic, or null: what the message itself is about. */
        public String topic() {
            return topics.isEmpty() ? null : topics.get(0);
        }

        /** To compare: what must not wait comes after tier 3 and before tier 2; 0 where there is nothing to it. */
        public int gravity() {
            return tier == 3 ? 4 : mustNotWait ? 3 : tier;
        }
    }

    /** How far does the word of an author carry, as of the event? {@code followers} is 0 where the network does not tell. */
    record Reach(AuthorWeight weight, long followers) {
        public static final Reach ORDINARY = new Reach(AuthorWeight.ORDINARY, 0);
    }

    /** How much does the word of an author weigh in public, as of the event (DEFINITIONS §6)? */
    enum AuthorWeight {
        ORDINARY(false),
        /** No avatar, hardly any followers, follows few, young account: weighs nothing. */
        TROLL_LIKE(false),
        VERIFIED(true),
        /** 10,000 followers or more. */
        INFLUENCER(true),
        /** Counts in the brand's industry: press, partner, competitor. */
        INDUSTRY_PLAYER(true);

        private final boolean weighty;

        AuthorWeight(boolean weighty) {
            this.weighty = weighty;
        }

        public boolean isWeighty() {
            return weighty;
        }
    }
}
