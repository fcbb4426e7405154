package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.metric.MetricHash;
import java.util.function.Consumer;

/**
 * What does the next event of a conversation mean: who began to wait, who was answered, what was resolved?
 *
 * <p>The fold of DEFINITIONS §3, a pure function of (state, event): events must come in timeline order, and the same
 * timeline gives the same entries wherever and whenever it is folded. An event is handed to the part it concerns: {@link
 * Waits}, {@link Cycles}; promises are judged by {@link ServiceLevels}, time is read from {@link ThreeClocks}. What is still
 * open at the end of the timeline is told by {@link OpenView}.
 */
final class ConversationClock {

    private final ConversationKey conversation;
    private final BrandPolicy policy;
    private final DueDates due;
    private final ThreeClocks clocks;
    private final Waits waits;
    private final Cycles cycles;

    ConversationClock(ConversationKey conversation, DueDates due) {
        this.conversation = conversation;
        this.due = due;
        this.policy = due.policy();
        this.clocks = new ThreeClocks(policy.calendar(), due.needStretches());
        ServiceLevels promises = new ServiceLevels(conversation, due, clocks);
        this.waits = new Waits(conversation, policy.policies(), clocks, promises);
        this.cycles = new Cycles(conversation, clocks, promises);
    }

    ConversationKey conversation() {
        return conversation;
    }

    DueDates due() {
        return due;
    }

    Waits waits() {
        return waits;
    }

    void apply(ConversationState s, Event event, Consumer<Entry> out) {
        if (s.isNew()) {
            s.start = clocks.mark(s, event);
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
        message.tags().forEach(tag -> s.topicByPeople = Topic.of(tag, s.topicByPeople));
        if (message.teamId() != null) {
            s.lastTeam = message.teamId();
        }
        if (message.visibility() == Payload.Visibility.INTERNAL) {
            s.internalNotes++;
            count(s, event, message, MessageCounted.Kind.INTERNAL_NOTE, out);
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
        understand(s, message);
        if (s.status == Status.RESOLVED) {
            cycles.reopen(s, event, true, s.attributes(event.network(), s.agent(), s.team()), out);
        }
        cycles.open(s, event);
        s.customerMessages++;
        count(s, event, message, MessageCounted.Kind.of(message), out);
        waits.customerWrote(s, event);
    }

    /** A message nobody can tell the language of, a "?" say, does not change that of the conversation. */
    private static void understand(ConversationState s, Payload.Message message) {
        boolean known = message.language() != null && !message.language().equals(LanguageDetector.UNKNOWN);
        if (known || s.language == null) {
            s.language = message.language();
        }
        if (message.sentiment() != null) {
            s.sentiment = message.sentiment();
        }
        Payload.Understood understood = message.understood();
        if (understood == null) {
            return;
        }
        s.tierByRules = Math.max(s.tierByRules, understood.tier());
        if (understood.gravity() > s.gravityOfTopic) {
            s.gravityOfTopic = understood.gravity();
            s.topicByRules = understood.topicByRules();
        }
    }

    private void onBrandMessage(ConversationState s, Event event, Payload.Message message, Consumer<Entry> out) {
        Attributes credit = credit(s, event, message.author().id(), message.teamId());
        count(s, event, message, MessageCounted.Kind.of(message), out);
        switch (message.author().kind()) {
            case AGENT -> {
                s.agentReplies++;
                s.lastAgent = message.author().id();
                waits.answered(s, event, By.HUMAN, credit, out);
            }
            case BOT -> {
                s.botReplies++;
                if (policy.policies().botReplyEndsWait()) {
                    waits.answered(s, event, By.BOT, credit, out);
                }
            }
            case AUTOMATION -> s.automationMessages++;
            case CUSTOMER -> {} // Says it goes to the customer and comes from one: counts, but answers nobody.
        }
    }

    private void onStatus(ConversationState s, Event event, Payload.StatusChange change, Consumer<Entry> out) {
        if (change.teamId() != null) {
            s.lastTeam = change.teamId();
        }
        Attributes credit = credit(s, event, actorId(change), change.teamId());
        boolean wasResolved = s.status == Status.RESOLVED;
        switch (change.status()) {
            case RESOLVED -> {
                if (!wasResolved) {
                    waits.closed(s, event, false, credit, out);
                    cycles.resolve(s, event, isByMachine(change) ? By.BOT : By.HUMAN, credit, out);
                }
            }
            case NO_REPLY_NEEDED -> {
                if (!wasResolved) {
                    waits.closed(s, event, true, credit, out);
                    cycles.noReplyNeeded(s, event);
                }
            }
            case OPEN, PENDING, SNOOZED -> {
                if (wasResolved) {
                    cycles.reopen(s, event, isByCustomer(change), credit, out);
                }
                cycles.open(s, event);
                if (change.status() != Status.OPEN) {
                    cycles.pause(s, event, change.status());
                }
            }
        }
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
        tagging.removed().forEach(tag -> s.topicByPeople = Topic.without(tag, s.topicByPeople));
        tagging.added().forEach(tag -> s.topicByPeople = Topic.of(tag, s.topicByPeople));
        if (tagging.tier() != Payload.Tagging.NO_TIER) {
            s.tierByPeople = tagging.tier();
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
                    clocks.durations(s, s.start, event.occurredAt())));
        }
        Cycles.anchor(s, clocks.mark(s, event), Anchor.BOT_HANDOFF);
    }

    private void count(
            ConversationState s, Event event, Payload.Message message, MessageCounted.Kind kind, Consumer<Entry> out) {
        boolean byCustomer = message.author().kind() == Author.Kind.CUSTOMER;
        String agent = byCustomer ? s.agent() : message.author().id();
        out.accept(new MessageCounted(
                "message|" + event.eventId(),
                conversation,
                credit(s, event, agent, message.teamId()),
                event.occurredAt(),
                kind,
                message.isFromCustomer()
                        ? MetricHash.of(event.network(), message.author().id())
                        : 0,
                message));
    }

    /** Who gets it: this person, and the team the event names, else the conversation's. */
    private static Attributes credit(ConversationState s, Event event, String agent, String team) {
        return s.attributes(event.network(), agent, team != null ? team : s.team());
    }

    private static String actorId(Payload.StatusChange change) {
        return change.actor() == null || isByCustomer(change)
                ? null
                : change.actor().id();
    }

    private static boolean isByCustomer(Payload.StatusChange change) {
        return change.actor() != null && change.actor().kind() == Author.Kind.CUSTOMER;
    }

    private static boolean isByMachine(Payload.StatusChange change) {
        return change.actor() != null
                && (change.actor().kind() == Author.Kind.BOT || change.actor().kind() == Author.Kind.AUTOMATION);
    }
}
