package io.replybeat.care.fact;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.Fields;
import java.util.Locale;
import java.util.Map;

/**
 * What happened once in a conversation and how long it took: one small document each (DEFINITIONS §4).
 *
 * <p>A fact spans {@code startedAt} … {@code endedAt} (milliseconds, {@link Fields#NONE} while it runs) and is credited
 * to the {@link Attributes} as of its end. Its id names the event it began with, so that a late event elsewhere in the
 * conversation leaves it alone.
 */
public sealed interface Fact extends Entry, Body {

    long startedAt();

    long endedAt();

    /** Null while the fact runs. */
    Durations durations();

    String kind();

    /** Adds the fields that only this kind has. */
    void own(Fields fields);

    default String documentId() {
        return conversation().id() + "|" + id();
    }

    @Override
    default Map<String, Object> fields() {
        Fields fields = new Fields()
                .put("id", documentId())
                .put("kind", kind())
                .put("brand", conversation().brand())
                .put("network", attributes().network())
                .put("conversation_id", conversation().conversationId())
                .putInstant("started_at", startedAt())
                .putInstant("ended_at", endedAt());
        if (durations() != null) {
            fields.put("seconds", durations().seconds())
                    .put("business_seconds", durations().businessSeconds())
                    .put("active_business_seconds", durations().activeBusinessSeconds())
                    .put("in_business_hours", durations().inBusinessHours());
        }
        fields.put("agent_id", attributes().agentId())
                .put("team_id", attributes().teamId())
                .putTier(attributes().tier())
                .put("topic", attributes().topic())
                .put("language", attributes().language());
        own(fields);
        return fields.build();
    }

    /** A wait that was answered. {@code ordinal} counts the conversation's answered waits from 1. */
    record Reply(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            int ordinal,
            By answeredBy,
            int customerMessages,
            boolean isFirstResponse)
            implements Fact {
        @Override
        public String kind() {
            return "reply";
        }

        @Override
        public void own(Fields fields) {
            fields.put("ordinal", ordinal)
                    .put("answered_by", answeredBy.word())
                    .put("customer_messages", customerMessages)
                    .put("is_first_response", isFirstResponse);
        }
    }

    /** The first human answer of a conversation, measured from {@code anchor}. */
    record FirstResponse(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            Anchor anchor)
            implements Fact {
        @Override
        public String kind() {
            return "first_response";
        }

        @Override
        public void own(Fields fields) {
            fields.put("anchor", anchor.word());
        }
    }

    /** A wait that ended without an answer: the conversation was closed, or somebody said that none is needed. */
    record Unanswered(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            boolean noReplyNeeded,
            int customerMessages)
            implements Fact {
        @Override
        public String kind() {
            return "unanswered";
        }

        @Override
        public void own(Fields fields) {
            fields.put("reason", noReplyNeeded ? "no_reply_needed" : "resolved")
                    .put("customer_messages", customerMessages);
        }
    }

    /** A cycle that ended: always measured from the conversation's start; later cycles also from their reopening. */
    record Resolution(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            int cycle,
            long reopenedAt,
            By resolvedBy,
            int customerMessages,
            int agentReplies,
            int botReplies)
            implements Fact {
        @Override
        public String kind() {
            return "resolution";
        }

        @Override
        public void own(Fields fields) {
            fields.put("cycle", cycle);
            if (reopenedAt != Fields.NONE) {
                fields.put("since_reopen_seconds", (endedAt - reopenedAt) / 1000);
            }
            fields.put("resolved_by", resolvedBy.word())
                    .put("customer_messages", customerMessages)
                    .put("agent_replies", agentReplies)
                    .put("bot_replies", botReplies);
        }
    }

    /** A resolved conversation came back; {@code startedAt} is when it had been resolved. */
    record Reopen(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            boolean byCustomer)
            implements Fact {
        @Override
        public String kind() {
            return "reopen";
        }

        @Override
        public void own(Fields fields) {
            fields.put("gap_seconds", durations.seconds()).put("reopened_by", byCustomer ? "customer" : "agent");
        }
    }

    /** From the conversation's start to the bot's first hand-off. */
    record BotPhase(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations)
            implements Fact {
        @Override
        public String kind() {
            return "bot_phase";
        }

        @Override
        public void own(Fields fields) {}
    }

    /** A service level that applied: when it was due and what came of it. */
    record Sla(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long startedAt,
            long endedAt,
            Durations durations,
            Target target,
            long dueAt,
            Outcome outcome)
            implements Fact {
        public enum Target {
            FIRST_RESPONSE,
            NEXT_REPLY,
            RESOLUTION;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public enum Outcome {
            MET,
            BREACHED,
            RUNNING;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String kind() {
            return "sla";
        }

        @Override
        public void own(Fields fields) {
            fields.put("target", target.word()).putInstant("due_at", dueAt).put("outcome", outcome.word());
            if (endedAt != Fields.NONE && dueAt != Fields.NONE) {
                fields.put("slack_seconds", Math.floorDiv(dueAt - endedAt, 1000L));
            }
        }
    }

    enum By {
        HUMAN,
        BOT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a first response is measured from. */
    enum Anchor {
        FIRST_MESSAGE,
        BOT_HANDOFF,
        REOPEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
