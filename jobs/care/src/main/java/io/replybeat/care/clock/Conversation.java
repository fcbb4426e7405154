package io.replybeat.care.clock;

import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import java.io.Serializable;
import java.util.function.Consumer;

/** Which conversation is told, and by which rules: its key, its brand's clocks, and how long it is remembered. */
public final class Conversation {

    private final ConversationClock clock;
    private final Remembrance remembrance;

    Conversation(ConversationClock clock, Remembrance remembrance) {
        this.clock = clock;
        this.remembrance = remembrance;
    }

    /**
     * How long do events matter, in milliseconds? Until {@code retention} after a conversation's last event anything may
     * still arrive and be put in its place; until {@code memory} after it the conversation can go on; an event after a
     * longer silence begins a new one.
     */
    public record Remembrance(long retention, long memory) implements Serializable {
        public Remembrance {
            if (retention < 0 || memory < retention) {
                throw new IllegalArgumentException(
                        "conversation.memory must not be shorter than conversation.retention");
            }
        }
    }

    public ConversationKey key() {
        return clock.conversation();
    }

    ConversationClock clock() {
        return clock;
    }

    long retention() {
        return remembrance.retention();
    }

    long memory() {
        return remembrance.memory();
    }

    /** One step of the fold. After a silence longer than the memory what was open stays as it was, and all begins anew. */
    ConversationState step(ConversationState state, Event event, Consumer<Entry> out) {
        ConversationState next = state;
        if (!state.isNew() && event.occurredAt() - state.lastEventAt > memory()) {
            OpenView.of(clock, state, state.lastEventAt + memory()).forEach(out);
            next = new ConversationState();
        }
        clock.apply(next, event, out);
        return next;
    }
}
