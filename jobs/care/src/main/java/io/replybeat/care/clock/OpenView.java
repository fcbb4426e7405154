package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
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
            entries.add(new Entry.WaitReceived(
                    "wait|" + s.wait.id(),
                    conversation,
                    s.wait.attributes(),
                    s.wait.since().at(),
                    Entry.WaitReceived.Outcome.WAITING));
            if (s.wait.afterFirstResponse()) {
                look(Target.NEXT_REPLY, s.wait.id(), s.wait.since(), false);
            }
        }
        if (s.firstResponse == null && s.firstCustomerMessage.exists()) {
            look(Target.FIRST_RESPONSE, s.firstCustomerMessage.eventId(), clock.firstResponseStart(s), closed);
        }
        if (!resolved) {
            look(Target.RESOLUTION, s.cycleStart.eventId(), s.cycleStart, closed);
        }
        return entries;
    }

    /** A target that nobody needs any more, because the conversation was closed, shows only if it was missed by then. */
    private void look(Target target, String id, Mark from, boolean lapsed) {
        long due = lapsed
                ? clock.due().asOf(s.closedAt, target, from, s)
                : clock.due().running(target, from, s);
        if (due == DueDates.NO_TARGET) {
            return;
        }
        boolean missed = due != NONE && (lapsed ? due < s.closedAt : due <= now);
        if (lapsed && !missed) {
            return;
        }
        Attributes current = s.attributes(s.network, s.agent(), s.team());
        entries.add(new Sla(
                ConversationClock.slaId(target, id),
                clock.conversation(),
                current,
                from.at(),
                NONE,
                null,
                target,
                due,
                missed ? Outcome.BREACHED : Outcome.RUNNING));
    }
}
