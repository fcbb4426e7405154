package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.clock.ServiceLevels.Promise;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What is open at the end of a timeline, seen at an instant: the customer who still waits, the service levels that run,
 * the cohort's verdict so far. At most five entries; later events turn them into settled ones of the same id.
 */
final class OpenView {

    private final ConversationClock clock;
    private final ConversationState s;
    private final long now;
    private final List<Entry> entries = new ArrayList<>(5);

    private OpenView(ConversationClock clock, ConversationState s, long now) {
        this.clock = clock;
        this.s = s;
        this.now = now;
    }

    static List<Entry> of(ConversationClock clock, ConversationState state, long now) {
        return state.isNew() ? List.of() : new OpenView(clock, state, now).look();
    }

    private List<Entry> look() {
        ConversationKey conversation = clock.conversation();
        boolean resolved = s.status == Status.RESOLVED;
        boolean closed = resolved || s.status == Status.NO_REPLY_NEEDED;
        entries.add(new Entry.ConversationOpened(
                "opened|" + s.start.eventId(), conversation, s.opening, s.start.at(), resolved));
        if (s.wait != null) {
            entries.add(clock.waits().received(s.wait, WaitReceived.Outcome.WAITING));
            if (s.wait.afterFirstResponse()) {
                look(Waits.nextReply(s.wait), false);
            }
        }
        if (s.firstResponse == null && s.firstCustomerMessage.exists()) {
            look(clock.waits().firstResponse(s), closed);
        }
        if (!resolved) {
            look(Cycles.resolution(s), closed);
        }
        return entries;
    }

    /** A target that nobody needs any more, because the conversation was closed, shows only if it was missed by then. */
    private void look(Promise promise, boolean lapsed) {
        long due = clock.due().running(promise.target(), promise.from(), s);
        if (due == DueDates.NO_TARGET) {
            return;
        }
        boolean missed = due != NONE && (lapsed ? due < s.closedAt : due <= now);
        if (lapsed && !missed) {
            return;
        }
        entries.add(new Sla(
                promise.entryId(),
                clock.conversation(),
                s.attributes(s.network, s.agent(), s.team()),
                promise.from().at(),
                NONE,
                null,
                promise.target(),
                due,
                missed ? Outcome.BREACHED : Outcome.RUNNING));
    }
}
