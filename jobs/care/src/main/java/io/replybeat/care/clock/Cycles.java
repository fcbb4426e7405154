package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.clock.ConversationState.Reached;
import io.replybeat.care.clock.ServiceLevels.Promise;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.fact.Fact.Sla.Target;
import java.util.function.Consumer;

/**
 * How long did it take until a conversation was resolved, and did it stay so?
 *
 * <pre>
 *            resolved                 customer writes / status leaves resolved
 *   cycle 1 ─────────▶ resolution 1 ─────────────────────────────────────────▶ reopen, cycle 2 ─▶ …
 * </pre>
 */
final class Cycles {

    private final ConversationKey conversation;
    private final ThreeClocks clocks;
    private final ServiceLevels promises;

    Cycles(ConversationKey conversation, ThreeClocks clocks, ServiceLevels promises) {
        this.conversation = conversation;
        this.clocks = clocks;
        this.promises = promises;
    }

    void resolve(ConversationState s, Event event, By by, Attributes credit, Consumer<Entry> out) {
        Durations durations = clocks.durations(s, s.start, event.occurredAt());
        out.accept(new Fact.Resolution(
                "resolution|" + event.eventId(),
                conversation,
                credit,
                s.start.at(),
                event.occurredAt(),
                durations,
                s.cycle(),
                s.cycle() == 1 ? NONE : s.cycleStart.at(),
                by,
                s.customerMessages,
                s.agentReplies,
                s.botReplies));
        promises.settle(s, event, resolution(s), credit, out);
        s.lastResolution = new Reached(event.occurredAt(), durations);
        if (s.firstResolution == null) {
            s.firstResolution = s.lastResolution;
        }
        clocks.pause(s, event);
        close(s, event, Status.RESOLVED);
    }

    void noReplyNeeded(ConversationState s, Event event) {
        clocks.goOn(s, event);
        close(s, event, Status.NO_REPLY_NEEDED);
    }

    void reopen(ConversationState s, Event event, boolean byCustomer, Attributes credit, Consumer<Entry> out) {
        clocks.goOn(s, event);
        Mark now = clocks.mark(s, event);
        Mark resolved = clocks.markOfPause(s.lastResolution.at(), now);
        out.accept(new Fact.Reopen(
                "reopen|" + event.eventId(),
                conversation,
                credit,
                resolved.at(),
                event.occurredAt(),
                clocks.durations(s, resolved, event.occurredAt()),
                byCustomer));
        s.reopenCount++;
        s.cycleStart = now;
        anchor(s, now, Anchor.REOPEN);
        s.status = Status.OPEN;
    }

    void open(ConversationState s, Event event) {
        clocks.goOn(s, event);
        s.status = Status.OPEN;
        s.closedAt = NONE;
    }

    void pause(ConversationState s, Event event, Status status) {
        clocks.pause(s, event);
        s.status = status;
    }

    static Promise resolution(ConversationState s) {
        return new Promise(Target.RESOLUTION, s.cycleStart.eventId(), s.cycleStart);
    }

    /** Until the first human response, a hand-off or reopening may be what it is measured from. */
    static void anchor(ConversationState s, Mark now, Anchor kind) {
        if (s.firstResponse == null) {
            s.handoffOrReopen = now;
            s.handoffOrReopenKind = kind;
        }
    }

    /** What was not missed when nobody waited any more is not missed by closing the conversation once more. */
    private static void close(ConversationState s, Event event, Status status) {
        if (s.closedAt == NONE) {
            s.closedAt = event.occurredAt();
        }
        s.status = status;
    }
}
