package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import java.util.function.Consumer;

/** Was a promise kept? Writes down what became of a target when the thing it waits for happens, or when it is given up. */
final class ServiceLevels {

    /** A target that ran: which one, whose (the id of the event it began with) and since when. */
    record Promise(Target target, String id, Mark from) {
        String entryId() {
            return "sla|" + target.word() + "|" + id;
        }
    }

    private final ConversationKey conversation;
    private final DueDates due;
    private final ThreeClocks clocks;

    ServiceLevels(ConversationKey conversation, DueDates due, ThreeClocks clocks) {
        this.conversation = conversation;
        this.due = due;
        this.clocks = clocks;
    }

    /** What was promised has come. */
    void settle(ConversationState s, Event event, Promise promise, Attributes credit, Consumer<Entry> out) {
        long at = event.occurredAt();
        long dueAt = due.asOf(at, promise.target(), promise.from(), s);
        if (dueAt != DueDates.NO_TARGET && !(dueAt < at && isLapsed(dueAt, s))) {
            out.accept(new Sla(
                    promise.entryId(),
                    conversation,
                    credit,
                    promise.from().at(),
                    at,
                    clocks.durations(s, promise.from(), at),
                    promise.target(),
                    dueAt,
                    dueAt == NONE || at <= dueAt ? Outcome.MET : Outcome.BREACHED));
        }
    }

    /** Nobody waits for it any more: if it was missed by then it stays missed, else it no longer applies. */
    void lapse(ConversationState s, Event event, Promise promise, Attributes credit, Consumer<Entry> out) {
        long dueAt = due.asOf(event.occurredAt(), promise.target(), promise.from(), s);
        if (dueAt != DueDates.NO_TARGET && dueAt != NONE && dueAt < event.occurredAt()) {
            out.accept(new Sla(
                    promise.entryId(),
                    conversation,
                    credit,
                    promise.from().at(),
                    NONE,
                    null,
                    promise.target(),
                    dueAt,
                    Outcome.BREACHED));
        }
    }

    /** The conversation was closed before it was due: what comes afterwards may still keep the promise, not break it. */
    private static boolean isLapsed(long dueAt, ConversationState s) {
        return dueAt != NONE && s.closedAt != NONE && s.closedAt <= dueAt;
    }
}
