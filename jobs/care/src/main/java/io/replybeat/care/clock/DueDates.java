package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.SlaClock;
import io.replybeat.care.brand.SlaRule;
import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.fact.Fact.Sla.Target;

/**
 * When is an answer due? The rule that matches the conversation's tier and topic now, applied from a mark on the rule's own clock.
 *
 * <p>A target is met by an end at the due instant or before. On the business clocks the due instant is the earliest one
 * at which the time is used up: a target that ends with the day is due at closing time, not at the next opening.
 */
final class DueDates {

    /** The answer where no target applies. */
    static final long NO_TARGET = Long.MAX_VALUE;

    private final BrandPolicy policy;
    private final BusinessCalendar calendar;
    private final boolean needStretches;

    DueDates(BrandPolicy policy) {
        this.policy = policy;
        this.calendar = policy.calendar();
        this.needStretches = policy.sla().stream().anyMatch(rule -> rule.clock() == SlaClock.ACTIVE_BUSINESS);
    }

    BrandPolicy policy() {
        return policy;
    }

    /** Does some rule need the single pauses, not only their sum? */
    boolean needStretches() {
        return needStretches;
    }

    /**
     * The due instant as of {@code now}: a pause that runs is taken to end there. {@link #NO_TARGET} where no rule with
     * this target matches, {@code NONE} where the due instant is not known (a calendar that never opens again).
     */
    long asOf(long now, Target target, Mark from, ConversationState state) {
        return due(target, from, state, calendar.openMillisUntil(now), 1);
    }

    /** The due instant of something that still runs, {@code NONE} while a pause hides it. */
    long running(Target target, Mark from, ConversationState state) {
        return due(target, from, state, Long.MAX_VALUE, 1);
    }

    /** When so much of the time, a share of 0 to 1, is used up of something that still runs; else as {@link #running}. */
    long partOfRunning(double share, Target target, Mark from, ConversationState state) {
        return due(target, from, state, Long.MAX_VALUE, share);
    }

    private long due(Target target, Mark from, ConversationState state, long resumes, double share) {
        SlaRule rule = policy.slaFor(state.tier(), state.topic());
        if (rule == null || allowedMillis(rule, target) == 0) {
            return NO_TARGET;
        }
        long allowed = Math.round(allowedMillis(rule, target) * share);
        return switch (rule.clock()) {
            case CALENDAR -> from.at() + allowed;
            case BUSINESS -> instant(calendar.openMillisUntil(from.at()) + allowed);
            case ACTIVE_BUSINESS ->
                instant(state.pauses.whenActive(calendar.openMillisUntil(from.at()), allowed, resumes));
        };
    }

    private static long allowedMillis(SlaRule rule, Target target) {
        return switch (target) {
            case FIRST_RESPONSE -> rule.firstResponseMillis();
            case NEXT_REPLY -> rule.nextReplyMillis();
            case RESOLUTION -> rule.resolutionMillis();
        };
    }

    private long instant(long open) {
        if (open == Long.MAX_VALUE) {
            return NONE;
        }
        long due = calendar.whenOpenMillisReach(open);
        return due == BusinessCalendar.NEVER ? NONE : due;
    }
}
