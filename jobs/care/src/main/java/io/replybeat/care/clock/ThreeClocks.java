package io.replybeat.care.clock;

import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.clock.ConversationState.Mark;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Durations;

/** What do the three clocks say: on the wall, inside the calendar, and inside it without the paused stretches? */
final class ThreeClocks {

    private final BusinessCalendar calendar;
    private final boolean keepStretches;

    /** @param keepStretches whether single pauses are needed, not only their sum */
    ThreeClocks(BusinessCalendar calendar, boolean keepStretches) {
        this.calendar = calendar;
        this.keepStretches = keepStretches;
    }

    Durations durations(ConversationState s, Mark from, long to) {
        long openTo = calendar.openMillisUntil(to);
        long business = openTo - calendar.openMillisUntil(from.at());
        long active = business - (s.pauses.until(openTo) - from.pausedBefore());
        return new Durations((to - from.at()) / 1000, business / 1000, active / 1000, calendar.isOpen(to));
    }

    Mark mark(ConversationState s, Event event) {
        return s.mark(event.eventId(), event.occurredAt(), open(event.occurredAt()));
    }

    /** The mark of an earlier instant, since which the conversation was paused until {@code now}. */
    Mark markOfPause(long begin, Mark now) {
        return new Mark(null, begin, now.pausedBefore() - (open(now.at()) - open(begin)));
    }

    void pause(ConversationState s, Event event) {
        s.pauses.begin(open(event.occurredAt()));
    }

    void goOn(ConversationState s, Event event) {
        s.pauses.end(open(event.occurredAt()), keepStretches);
    }

    private long open(long at) {
        return calendar.openMillisUntil(at);
    }
}
