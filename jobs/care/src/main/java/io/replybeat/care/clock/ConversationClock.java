package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.FirstResponseAnchor;
import io.replybeat.care.brand.WaitStart;
import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.clock.ConversationState.Reached;
import io.replybeat.care.clock.ConversationState.Wait;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.metric.MetricHash;
import java.util.function.Consumer;

/**
 * What does the next event of a conversation mean: who began to wait, who was answered, what was resolved?
 *
 * <p>The fold of DEFINITIONS §3, a pure function of (state, event): events must come in timeline order, and the same
 * timeline gives the same entries wherever and whenever it is folded.
 *
 * <pre>
 *            customer writes                    human or bot answers
 *   nobody ─────────────────▶ somebody waits ─────────────────────────▶ reply      (the wait ends)
 *   waits  ◀─────────────────      │  resolved / no reply needed
 *                                  ╰──────────────────────────────────▶ unanswered (the wait ends)
 *
 *            resolved                 customer writes / status leaves resolved
 *   cycle 1 ─────────▶ resolution 1 ─────────────────────────────────────────▶ reopen, cycle 2 ─▶ …
 * </pre>
 *
 * What is still open at the end of the timeline is told by {@link OpenView}.
 */
final class ConversationClock {

    private final ConversationKey conversation;
    private final BrandPolicy policy;
    private final BusinessCalendar calendar;
    private final DueDates due;
    private final boolean keepStretches;

    ConversationClock(ConversationKey conversation, DueDates due) {
        this.conversation = conversation;
        this.due = due;
        this.policy = due.policy();
        this.calendar = policy.calendar();
        this.keepStretches = due.needStretches();
    }

    ConversationKey conversation() {
        return conversation;
    }

    DueDates due() {
        return due;
    }

    void apply(ConversationState s, Event event, Consumer<Entry> out) {
        if (s.isNew()) {
            s.start = mark(s, event);
            s.cycleStart = s.start;
            s.network = event.network();
        }
        s.lastEventAt = event.occurredAt();
        if (event.payload() instanceof Payload.Message message) {
            onMessage(s, event, message, out);
        } else if (event.payload() instanceof Payload.StatusChange change) {
            onStatus(s, event, change, out);
        } else if (event.payload() instanceof Payload.Assignment assignment) {
            onAssignment(s, assignment);
        } else if (event.payload() instanceof Payload.Tagging tagging) {
            onTagging(s, tagging);
        } else {
            onHandoff(s, event, out);
        }
        if (s.opening == null) {
            s.opening = s.attributes(event.network(), s.agent(), s.team());
        }
    }

    private void onMessage(ConversationState s, Event event, Payload.Message message, Consumer<Entry> out) {
        message.tags().forEach(tag -> s.topic = Topic.of(tag, s.topic));
        if (message.teamId() != null) {
            s.lastTeam = message.teamId();
        }
        if (message.visibility() == Payload.Visibility.INTERNAL) {
            s.internalNotes++;
            count(s, event, MessageCounted.Kind.INTERNAL_NOTE, null, out);
            return;
        }
        if (message.isFromCustomer()) {
            onCustomerMessage(s, event, message, out);
        } else if (message.isToCustomer()) {
            onBrandMessage(s, event, message, out);
        }
        if (s.firstMessageAt == NONE) {
            s.firstMessageAt = event.occurredAt();
        }
    }

    private void onCustomerMessage(ConversationState s, Event event, Payload.Message message, Consumer<Entry> out) {
        if (message.language() != null) {
            s.language = message.language();
        }
        if (message.sentiment() != null) {
            s.sentiment = message.sentiment();
        }
        if (s.status == Status.RESOLVED) {
            reopen(s, event, true, s.agent(), out);
        }
        setOpen(s, event);
        s.customerMessages++;
        if (!s.firstCustomerMessage.exists()) {
            s.firstCustomerMessage = mark(s, event);
        }
        count(s, event, MessageCounted.Kind.of(message), message.author().id(), out);
        if (s.wait == null) {
            Attributes asReceived = s.attributes(event.network(), s.agent(), s.team());
            s.wait = new Wait(event.eventId(), mark(s, event), 1, asReceived, s.firstResponse != null);
        } else {
            Mark since = policy.policies().waitStartsAt() == WaitStart.NEWEST ? mark(s, event) : s.wait.since();
            s.wait = new Wait(
                    s.wait.id(), since, s.wait.messages() + 1, s.wait.attributes(), s.wait.afterFirstResponse());
        }
    }

    private void onBrandMessage(ConversationState s, Event event, Payload.Message message, Consumer<Entry> out) {
        Author.Kind author = message.author().kind();
        count(s, event, MessageCounted.Kind.of(message), null, out);
        if (author == Author.Kind.AGENT) {
            s.agentReplies++;
            s.lastAgent = message.author().id();
            onAnswer(s, event, message, By.HUMAN, out);
        } else if (author == Author.Kind.BOT) {
            s.botReplies++;
            if (policy.policies().botReplyEndsWait()) {
                onAnswer(s, event, message, By.BOT, out);
            }
        } else if (author == Author.Kind.AUTOMATION) {
            s.automationMessages++;
        }
    }

    private void onAnswer(ConversationState s, Event event, Payload.Message message, By by, Consumer<Entry> out) {
        String team = message.teamId() != null ? message.teamId() : s.team();
        Attributes credit = s.attributes(event.network(), message.author().id(), team);
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
                durations(s, wait.since(), event.occurredAt()),
                s.answeredWaits,
                by,
                wait.messages(),
                first));
        received(wait, WaitReceived.Outcome.ANSWERED, out);
        if (wait.afterFirstResponse()) {
            settleSla(s, event, Target.NEXT_REPLY, wait.id(), wait.since(), credit, out);
        }
    }

    private void firstResponse(ConversationState s, Event event, Attributes credit, Consumer<Entry> out) {
        Mark from = firstResponseStart(s);
        Durations durations = durations(s, from, event.occurredAt());
        String id = s.firstCustomerMessage.eventId();
        out.accept(new Fact.FirstResponse(
                "first_response|" + id,
                conversation,
                credit,
                from.at(),
                event.occurredAt(),
                durations,
                from == s.firstCustomerMessage ? Anchor.FIRST_MESSAGE : s.handoffOrReopenKind));
        settleSla(s, event, Target.FIRST_RESPONSE, id, from, credit, out);
        s.firstResponse = new Reached(event.occurredAt(), durations);
    }

    /** What a first response is measured from, by the brand's policy. */
    Mark firstResponseStart(ConversationState s) {
        boolean anchored = policy.policies().firstResponseAnchor() == FirstResponseAnchor.LAST_HANDOFF_OR_REOPEN
                && s.handoffOrReopen.exists()
                && s.handoffOrReopen.at() >= s.firstCustomerMessage.at();
        return anchored ? s.handoffOrReopen : s.firstCustomerMessage;
    }

    private void onStatus(ConversationState s, Event event, Payload.StatusChange change, Consumer<Entry> out) {
        if (change.teamId() != null) {
            s.lastTeam = change.teamId();
        }
        switch (change.status()) {
            case RESOLVED -> {
                if (s.status != Status.RESOLVED) {
                    resolve(s, event, change, out);
                }
            }
            case NO_REPLY_NEEDED -> {
                if (s.status != Status.RESOLVED) {
                    endUnanswered(s, event, change, out);
                    s.pauses.end(open(event), keepStretches);
                    close(s, event, Status.NO_REPLY_NEEDED);
                }
            }
            case OPEN, PENDING, SNOOZED -> {
                if (s.status == Status.RESOLVED) {
                    boolean customer = change.actor() != null && change.actor().kind() == Author.Kind.CUSTOMER;
                    reopen(s, event, customer, actorId(change), out);
                }
                setOpen(s, event);
                if (change.status() != Status.OPEN) {
                    s.pauses.begin(open(event));
                    s.status = change.status();
                }
            }
        }
    }

    private void resolve(ConversationState s, Event event, Payload.StatusChange change, Consumer<Entry> out) {
        endUnanswered(s, event, change, out);
        Attributes credit = credit(s, event, change);
        Durations durations = durations(s, s.start, event.occurredAt());
        boolean first = s.cycle() == 1;
        out.accept(new Fact.Resolution(
                "resolution|" + event.eventId(),
                conversation,
                credit,
                s.start.at(),
                event.occurredAt(),
                durations,
                s.cycle(),
                first ? NONE : s.cycleStart.at(),
                isByMachine(change) ? By.BOT : By.HUMAN,
                s.customerMessages,
                s.agentReplies,
                s.botReplies));
        settleSla(s, event, Target.RESOLUTION, s.cycleStart.eventId(), s.cycleStart, credit, out);
        s.lastResolution = new Reached(event.occurredAt(), durations);
        if (s.firstResolution == null) {
            s.firstResolution = s.lastResolution;
        }
        s.pauses.begin(open(event));
        close(s, event, Status.RESOLVED);
    }

    /** What was not missed when nobody waited any more is not missed by closing the conversation once more. */
    private static void close(ConversationState s, Event event, Status status) {
        if (s.closedAt == NONE) {
            s.closedAt = event.occurredAt();
        }
        s.status = status;
    }

    private void endUnanswered(ConversationState s, Event event, Payload.StatusChange change, Consumer<Entry> out) {
        if (s.wait == null) {
            return;
        }
        Wait wait = s.wait;
        s.wait = null;
        boolean noReplyNeeded = change.status() == Status.NO_REPLY_NEEDED;
        Attributes credit = credit(s, event, change);
        out.accept(new Fact.Unanswered(
                "unanswered|" + wait.id(),
                conversation,
                credit,
                wait.since().at(),
                event.occurredAt(),
                durations(s, wait.since(), event.occurredAt()),
                noReplyNeeded,
                wait.messages()));
        received(wait, noReplyNeeded ? WaitReceived.Outcome.NO_REPLY_NEEDED : WaitReceived.Outcome.UNANSWERED, out);
        if (wait.afterFirstResponse()) {
            lapseSla(s, event, Target.NEXT_REPLY, wait.id(), wait.since(), credit, out);
        }
    }

    private void reopen(ConversationState s, Event event, boolean byCustomer, String agent, Consumer<Entry> out) {
        s.pauses.end(open(event), keepStretches);
        Mark now = mark(s, event);
        long resolvedAt = s.lastResolution.at();
        Mark resolved = new Mark(null, resolvedAt, now.pausedBefore() - (open(event) - open(resolvedAt)));
        out.accept(new Fact.Reopen(
                "reopen|" + event.eventId(),
                conversation,
                s.attributes(event.network(), agent, s.team()),
                resolvedAt,
                event.occurredAt(),
                durations(s, resolved, event.occurredAt()),
                byCustomer));
        s.reopenCount++;
        s.cycleStart = now;
        anchor(s, now, Anchor.REOPEN);
        s.status = Status.OPEN;
    }

    private void setOpen(ConversationState s, Event event) {
        s.pauses.end(open(event), keepStretches);
        s.status = Status.OPEN;
        s.closedAt = NONE;
    }

    private void onAssignment(ConversationState s, Payload.Assignment assignment) {
        if (assignment.agentId() == null && assignment.teamId() == null) {
            s.assignedAgent = null;
            s.assignedTeam = null;
            s.lastAgent = null;
            s.lastTeam = null;
            return;
        }
        if (assignment.agentId() != null) {
            s.assignedAgent = assignment.agentId();
        }
        if (assignment.teamId() != null) {
            s.assignedTeam = assignment.teamId();
        }
    }

    private void onTagging(ConversationState s, Payload.Tagging tagging) {
        tagging.removed().forEach(tag -> s.topic = Topic.without(tag, s.topic));
        tagging.added().forEach(tag -> s.topic = Topic.of(tag, s.topic));
        if (tagging.tier() != Payload.Tagging.NO_TIER) {
            s.tier = tagging.tier();
        }
    }

    private void onHandoff(ConversationState s, Event event, Consumer<Entry> out) {
        s.handoffs++;
        if (s.handoffs == 1) {
            out.accept(new Fact.BotPhase(
                    "bot_phase|" + s.start.eventId(),
                    conversation,
                    s.attributes(event.network(), s.agent(), s.team()),
                    s.start.at(),
                    event.occurredAt(),
                    durations(s, s.start, event.occurredAt())));
        }
        anchor(s, mark(s, event), Anchor.BOT_HANDOFF);
    }

    private void anchor(ConversationState s, Mark now, Anchor kind) {
        if (s.firstResponse == null) {
            s.handoffOrReopen = now;
            s.handoffOrReopenKind = kind;
        }
    }

    private void settleSla(
            ConversationState s,
            Event event,
            Target target,
            String id,
            Mark from,
            Attributes credit,
            Consumer<Entry> out) {
        long at = event.occurredAt();
        long dueAt = due.asOf(at, target, from, s);
        if (dueAt != DueDates.NO_TARGET && !(dueAt < at && isLapsed(dueAt, s))) {
            Outcome outcome = dueAt == NONE || at <= dueAt ? Outcome.MET : Outcome.BREACHED;
            Durations durations = durations(s, from, at);
            out.accept(new Fact.Sla(
                    slaId(target, id), conversation, credit, from.at(), at, durations, target, dueAt, outcome));
        }
    }

    /** The conversation was closed before it was due: what comes afterwards may still keep the promise, not break it. */
    private static boolean isLapsed(long dueAt, ConversationState s) {
        return dueAt != NONE && s.closedAt != NONE && s.closedAt <= dueAt;
    }

    /** The wait ended without an answer: a target that was missed by then stays missed, any other no longer applies. */
    private void lapseSla(
            ConversationState s,
            Event event,
            Target target,
            String id,
            Mark from,
            Attributes credit,
            Consumer<Entry> out) {
        long dueAt = due.asOf(event.occurredAt(), target, from, s);
        if (dueAt != DueDates.NO_TARGET && dueAt != NONE && dueAt < event.occurredAt()) {
            out.accept(new Fact.Sla(
                    slaId(target, id), conversation, credit, from.at(), NONE, null, target, dueAt, Outcome.BREACHED));
        }
    }

    static String slaId(Target target, String id) {
        return "sla|" + target.word() + "|" + id;
    }

    private void received(Wait wait, WaitReceived.Outcome outcome, Consumer<Entry> out) {
        out.accept(new WaitReceived(
                "wait|" + wait.id(),
                conversation,
                wait.attributes(),
                wait.since().at(),
                outcome));
    }

    private void count(
            ConversationState s, Event event, MessageCounted.Kind kind, String customerId, Consumer<Entry> out) {
        Payload.Message message = (Payload.Message) event.payload();
        boolean byCustomer = message.author().kind() == Author.Kind.CUSTOMER;
        String agent = byCustomer ? s.agent() : message.author().id();
        String team = message.teamId() != null ? message.teamId() : s.team();
        out.accept(new MessageCounted(
                "message|" + event.eventId(),
                conversation,
                s.attributes(event.network(), agent, team),
                event.occurredAt(),
                kind,
                customerId == null ? 0 : MetricHash.of(event.network(), customerId)));
    }

    private Attributes credit(ConversationState s, Event event, Payload.StatusChange change) {
        String team = change.teamId() != null ? change.teamId() : s.team();
        return s.attributes(event.network(), actorId(change), team);
    }

    private static String actorId(Payload.StatusChange change) {
        return change.actor() == null || change.actor().kind() == Author.Kind.CUSTOMER
                ? null
                : change.actor().id();
    }

    private static boolean isByMachine(Payload.StatusChange change) {
        return change.actor() != null
                && (change.actor().kind() == Author.Kind.BOT || change.actor().kind() == Author.Kind.AUTOMATION);
    }

    /** All three clocks from a mark to an instant. */
    Durations durations(ConversationState s, Mark from, long to) {
        long openTo = calendar.openMillisUntil(to);
        long business = openTo - calendar.openMillisUntil(from.at());
        long active = business - (s.pauses.until(openTo) - from.pausedBefore());
        return new Durations((to - from.at()) / 1000, business / 1000, active / 1000, calendar.isOpen(to));
    }

    private Mark mark(ConversationState s, Event event) {
        return s.mark(event.eventId(), event.occurredAt(), open(event));
    }

    private long open(Event event) {
        return calendar.openMillisUntil(event.occurredAt());
    }

    private long open(long at) {
        return calendar.openMillisUntil(at);
    }
}
