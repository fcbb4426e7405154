package io.replybeat.care.clock;

import io.replybeat.care.brand.FirstResponseAnchor;
import io.replybeat.care.brand.Policies;
import io.replybeat.care.brand.WaitStart;
import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.clock.ConversationState.Reached;
import io.replybeat.care.clock.ConversationState.Wait;
import io.replybeat.care.clock.ServiceLevels.Promise;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.fact.Fact.Sla.Target;
import java.util.function.Consumer;

/**
 * How long did a customer wait, and how did the wait end?
 *
 * <pre>
 *            customer writes                    human or bot answers
 *   nobody ─────────────────▶ somebody waits ─────────────────────────▶ reply      (the wait ends)
 *   waits  ◀─────────────────      │  resolved / no reply needed
 *                                  ╰──────────────────────────────────▶ unanswered (the wait ends)
 * </pre>
 */
final class Waits {

    private final ConversationKey conversation;
    private final Policies policies;
    private final ThreeClocks clocks;
    private final ServiceLevels promises;

    Waits(ConversationKey conversation, Policies policies, ThreeClocks clocks, ServiceLevels promises) {
        this.conversation = conversation;
        this.policies = policies;
        this.clocks = clocks;
        this.promises = promises;
    }

    void customerWrote(ConversationState s, Event event) {
        Mark now = clocks.mark(s, event);
        if (!s.firstCustomerMessage.exists()) {
            s.firstCustomerMessage = now;
        }
        if (s.wait == null) {
            Attributes asReceived = s.attributes(event.network(), s.agent(), s.team());
            s.wait = new Wait(event.eventId(), now, 1, asReceived, s.firstResponse != null);
        } else {
            Mark since = policies.waitStartsAt() == WaitStart.NEWEST ? now : s.wait.since();
            s.wait = new Wait(
                    s.wait.id(), since, s.wait.messages() + 1, s.wait.attributes(), s.wait.afterFirstResponse());
        }
    }

    void answered(ConversationState s, Event event, By by, Attributes credit, Consumer<Entry> out) {
        boolean first = by == By.HUMAN && s.firstResponse == null && s.firstCustomerMessage.exists();
        if (first) {
            firstResponse(s, event, credit, out);
        }
        if (s.wait == null) {
            return;
        }
        Wait wait = s.wait;
        s.wait = null;
        s.answeredWaits++;
        out.accept(new Fact.Reply(
                "reply|" + wait.id(),
                conversation,
                credit,
                wait.since().at(),
                event.occurredAt(),
                clocks.durations(s, wait.since(), event.occurredAt()),
                s.answeredWaits,
                by,
                wait.messages(),
                first));
        out.accept(received(wait, WaitReceived.Outcome.ANSWERED));
        if (wait.afterFirstResponse()) {
            promises.settle(s, event, nextReply(wait), credit, out);
        }
    }

    void closed(ConversationState s, Event event, boolean noReplyNeeded, Attributes credit, Consumer<Entry> out) {
        if (s.wait == null) {
            return;
        }
        Wait wait = s.wait;
        s.wait = null;
        out.accept(new Fact.Unanswered(
                "unanswered|" + wait.id(),
                conversation,
                credit,
                wait.since().at(),
                event.occurredAt(),
                clocks.durations(s, wait.since(), event.occurredAt()),
                noReplyNeeded,
                wait.messages()));
        out.accept(
                received(wait, noReplyNeeded ? WaitReceived.Outcome.NO_REPLY_NEEDED : WaitReceived.Outcome.UNANSWERED));
        if (wait.afterFirstResponse()) {
            promises.lapse(s, event, nextReply(wait), credit, out);
        }
    }

    /** The wait as it is counted among those received. */
    WaitReceived received(Wait wait, WaitReceived.Outcome outcome) {
        return new WaitReceived(
                "wait|" + wait.id(),
                conversation,
                wait.attributes(),
                wait.since().at(),
                outcome);
    }

    static Promise nextReply(Wait wait) {
        return new Promise(Target.NEXT_REPLY, wait.id(), wait.since());
    }

    /** What a first response is measured from is the brand's policy. */
    Promise firstResponse(ConversationState s) {
        boolean anchored = policies.firstResponseAnchor() == FirstResponseAnchor.LAST_HANDOFF_OR_REOPEN
                && s.handoffOrReopen.exists()
                && s.handoffOrReopen.at() >= s.firstCustomerMessage.at();
        Mark from = anchored ? s.handoffOrReopen : s.firstCustomerMessage;
        return new Promise(Target.FIRST_RESPONSE, s.firstCustomerMessage.eventId(), from);
    }

    private void firstResponse(ConversationState s, Event event, Attributes credit, Consumer<Entry> out) {
        Promise promise = firstResponse(s);
        Durations durations = clocks.durations(s, promise.from(), event.occurredAt());
        out.accept(new Fact.FirstResponse(
                "first_response|" + promise.id(),
                conversation,
                credit,
                promise.from().at(),
                event.occurredAt(),
                durations,
                promise.from() == s.firstCustomerMessage ? Anchor.FIRST_MESSAGE : s.handoffOrReopenKind));
        promises.settle(s, event, promise, credit, out);
        s.firstResponse = new Reached(event.occurredAt(), durations);
    }
}
