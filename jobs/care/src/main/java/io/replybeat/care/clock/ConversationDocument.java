package io.replybeat.care.clock;

import io.replybeat.care.clock.ConversationState.Reached;
import io.replybeat.care.document.Body;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact.Sla;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How does a conversation stand right now: who waits since when, what is due, what was reached (DEFINITIONS §4)?
 *
 * <p>"Waiting now", the oldest wait and the age bands are read from these, so that they are true at every instant.
 * Reads the state itself: its fields are to be taken before the next event.
 */
final class ConversationDocument implements Body {

    private final ConversationKey conversation;
    private final ConversationState s;
    private final List<Entry> open;

    ConversationDocument(ConversationKey conversation, ConversationState state, List<Entry> open) {
        this.conversation = conversation;
        this.s = state;
        this.open = open;
    }

    @Override
    public Map<String, Object> fields() {
        return new Fields()
                .put("id", conversation.id())
                .put("brand", conversation.brand())
                .put("network", s.network)
                .put("conversation_id", conversation.conversationId())
                .put("status", s.status.name().toLowerCase(Locale.ROOT))
                .putInstant(
                        "open_wait_since",
                        s.wait == null ? Fields.NONE : s.wait.since().at())
                .put("waiting_messages", s.wait == null ? 0 : s.wait.messages())
                .putInstant("started_at", s.start.at())
                .putInstant("first_message_at", s.firstMessageAt)
                .putInstant("last_event_at", s.lastEventAt)
                .put("counts", counts())
                .put("reopen_count", s.reopenCount)
                .put("handoffs", s.handoffs)
                .put("first_response", reached(s.firstResponse))
                .put("first_resolution", reached(s.firstResolution))
                .put("last_resolution", reached(s.lastResolution))
                .put("stayed_resolved", s.firstResolution == null ? null : stayedResolved())
                .putTier(s.tier())
                .put("topic", s.topic())
                .put("language", s.language)
                .put("agent_id", s.agent())
                .put("team_id", s.team())
                .put("last_customer_sentiment", sentiment())
                .put("sla", sla())
                .build();
    }

    private boolean stayedResolved() {
        return s.status == Status.RESOLVED && s.reopenCount == 0;
    }

    private Map<String, Object> counts() {
        return new Fields()
                .put("customer_messages", s.customerMessages)
                .put("agent_replies", s.agentReplies)
                .put("bot_replies", s.botReplies)
                .put("automation_messages", s.automationMessages)
                .put("internal_notes", s.internalNotes)
                .build();
    }

    private static Map<String, Object> reached(Reached reached) {
        return reached == null
                ? null
                : new Fields()
                        .putInstant("at", reached.at())
                        .put("seconds", reached.durations().seconds())
                        .put("business_seconds", reached.durations().businessSeconds())
                        .put("active_business_seconds", reached.durations().activeBusinessSeconds())
                        .build();
    }

    private Map<String, Object> sentiment() {
        return s.sentiment == null
                ? null
                : new Fields()
                        .put("label", s.sentiment.label().name().toLowerCase(Locale.ROOT))
                        .put("score", s.sentiment.score())
                        .build();
    }

    private Map<String, Object> sla() {
        Fields targets = new Fields();
        for (Entry entry : open) {
            if (entry instanceof Sla due) {
                targets.put(
                        due.target().word(),
                        new Fields()
                                .putInstant("due_at", due.dueAt())
                                .put("outcome", due.outcome().word())
                                .build());
            }
        }
        Map<String, Object> dues = targets.build();
        return dues.isEmpty() ? null : dues;
    }
}
