package io.replybeat.care.clock;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.FirstResponseAnchor;
import io.replybeat.care.brand.WaitStart;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.fact.Durations;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * What would a clerk write down who has the whole conversation before him and looks it through again for every line?
 *
 * <p>DEFINITIONS §3 read once more, without any state that is carried along: the second opinion on the fold.
 */
final class Clerk {

    private static final Set<Status> PAUSED = EnumSet.of(Status.PENDING, Status.SNOOZED, Status.RESOLVED);

    private final Event[] events;
    private final BrandPolicy policy;
    private final Status[] after;

    Clerk(Event[] events, BrandPolicy policy) {
        this.events = events;
        this.policy = policy;
        this.after = new Status[events.length];
        for (int i = 0; i < events.length; i++) {
            after[i] = statusAfter(i);
        }
    }

    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        for (int i = 0; i < events.length; i++) {
            if (answers(i) || closes(i)) {
                wait(i, lines);
            }
            if (i == firstResponse()) {
                lines.add(line("first response", firstResponseFrom(i), i));
            }
            if (closes(i) && after[i] == Status.RESOLVED) {
                int reopen = latest(i, this::reopens);
                lines.add(line("resolution since " + (reopen < 0 ? "start" : at(reopen)), 0, i));
            }
            if (reopens(i)) {
                lines.add(line("reopen", latest(i, j -> closes(j) && after[j] == Status.RESOLVED), i));
            }
        }
        int handoff = latest(events.length, j -> isHandoff(j) && latest(j, this::isHandoff) < 0);
        if (handoff >= 0) {
            lines.add(line("bot phase", 0, handoff));
        }
        return lines;
    }

    private void wait(int end, Set<String> lines) {
        int oldest = -1;
        int newest = -1;
        for (int j = 1 + latest(end, k -> answers(k) || closes(k)); j < end; j++) {
            if (asks(j)) {
                oldest = oldest < 0 ? j : oldest;
                newest = j;
            }
        }
        if (newest >= 0) {
            boolean fromNewest = policy.policies().waitStartsAt() == WaitStart.NEWEST;
            lines.add(line(answers(end) ? "reply" : "unanswered", fromNewest ? newest : oldest, end));
        }
    }

    private int firstResponse() {
        int asked = latest(events.length, j -> asks(j) && latest(j, this::asks) < 0);
        return latest(
                events.length,
                i -> asked >= 0 && i > asked && isHuman(i) && latest(i, k -> k > asked && isHuman(k)) < 0);
    }

    private int firstResponseFrom(int response) {
        int asked = latest(response, j -> asks(j) && latest(j, this::asks) < 0);
        int anchor = latest(response, j -> at(j) >= at(asked) && (isHandoff(j) || reopens(j)));
        boolean anchored = policy.policies().firstResponseAnchor() == FirstResponseAnchor.LAST_HANDOFF_OR_REOPEN;
        return anchored && anchor >= 0 ? anchor : asked;
    }

    private Status statusAfter(int i) {
        Status before = before(i);
        if (asks(i)) {
            return Status.OPEN;
        }
        if (!(events[i].payload() instanceof StatusChange change)) {
            return before;
        }
        boolean stays = change.status() == Status.NO_REPLY_NEEDED && before == Status.RESOLVED;
        return stays ? before : change.status();
    }

    private Status before(int i) {
        return i == 0 ? Status.OPEN : after[i - 1];
    }

    private boolean reopens(int i) {
        return before(i) == Status.RESOLVED && after[i] != Status.RESOLVED;
    }

    private boolean closes(int i) {
        return events[i].payload() instanceof StatusChange change
                && (change.status() == Status.RESOLVED || change.status() == Status.NO_REPLY_NEEDED)
                && before(i) != Status.RESOLVED;
    }

    private boolean asks(int i) {
        return events[i].payload() instanceof Message message && message.isFromCustomer();
    }

    private boolean isHuman(int i) {
        return isBy(i, Author.Kind.AGENT);
    }

    private boolean answers(int i) {
        return isHuman(i) || policy.policies().botReplyEndsWait() && isBy(i, Author.Kind.BOT);
    }

    private boolean isBy(int i, Author.Kind kind) {
        return events[i].payload() instanceof Message message
                && message.isToCustomer()
                && message.author().kind() == kind;
    }

    private boolean isHandoff(int i) {
        return events[i].payload() instanceof Payload.BotHandoff;
    }

    private static int latest(int before, IntPredicate wanted) {
        int i = before - 1;
        while (i >= 0 && !wanted.test(i)) {
            i--;
        }
        return i;
    }

    private long at(int i) {
        return events[i].occurredAt();
    }

    private String line(String what, int from, int to) {
        long business = open(to) - open(from);
        long active = 0;
        for (int i = from; i < to; i++) {
            active += PAUSED.contains(after[i]) ? 0 : open(i + 1) - open(i);
        }
        boolean isOpen = policy.calendar().isOpen(at(to));
        return line(
                what,
                at(from),
                at(to),
                new Durations((at(to) - at(from)) / 1000, business / 1000, active / 1000, isOpen));
    }

    static String line(String what, long from, long to, Durations durations) {
        return what + " " + from + " " + to + " " + durations;
    }

    private long open(int i) {
        return policy.calendar().openMillisUntil(at(i));
    }
}
