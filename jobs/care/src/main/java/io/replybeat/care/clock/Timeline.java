package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.document.Body;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact.Sla;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What do all events of a conversation say together, whatever the order they arrive in?
 *
 * <p>The promise of DEFINITIONS §2. An event is put where it belongs; what is behind it is folded again from the nearest
 * earlier stretch; the difference between the entries before and after goes to the {@link Books}. An event at the end,
 * the usual case, costs one step of the fold.
 *
 * <pre>
 *   settled prefix │ stretch 0 │ stretch 1 │ … │ last stretch │
 *   (state only)     64 events   64 events       &lt; 64 events    ─▶ state at the end ─▶ open view
 * </pre>
 *
 * <p>The books are told each single step in the order of arrival and never skip a thing that was true for a moment only:
 * after a crash the same arrivals name the same documents again, so a document that was written before the crash and
 * is not true any more is withdrawn, too.
 */
public final class Timeline {

    /** What became of an arrival. */
    public enum Verdict {
        APPLIED,
        DUPLICATE,
        LATE
    }

    private static final long[] NO_STRETCHES = {};

    Stretch last = Stretch.after(new ConversationState());
    ConversationState end = new ConversationState();
    Position lastPosition;
    Position settledUpTo;
    long[] earlierStarts = NO_STRETCHES;
    long seenAt = Long.MIN_VALUE;
    long wakeUpAt = NONE;

    private transient List<Entry> openView;

    /** Puts the arrival where it belongs; {@code now} is how far event time has come. */
    public Verdict accept(Event arrival, Conversation conversation, EarlierStretches earlier, long now, Books books) {
        Place known = find(arrival.eventId(), earlier);
        if (known != null && !Correction.replaces(arrival, known.event)) {
            return Verdict.DUPLICATE;
        }
        if (isLate(arrival, conversation, now)) {
            return Verdict.LATE;
        }
        List<Entry> before = openView(conversation);
        seenAt = Math.max(seenAt, now);
        if (known == null && (lastPosition == null || Position.of(arrival).compareTo(lastPosition) > 0)) {
            append(arrival, conversation, earlier, before, books);
        } else {
            insert(arrival, known, conversation, earlier, before, books);
        }
        return Verdict.APPLIED;
    }

    /** Event time has come to {@code now}: what was due until then is missed. */
    public void advance(Conversation conversation, long now, Books books) {
        List<Entry> before = openView(conversation);
        seenAt = Math.max(seenAt, now);
        tell(before, lookAgain(conversation), books);
    }

    /** The instant that somebody was asked to wake this timeline at, {@code NONE} if nobody was. */
    public long wakeUpAt() {
        return wakeUpAt;
    }

    public void willWakeUpAt(long instant) {
        wakeUpAt = instant;
    }

    /** The next instant at which this timeline changes without an event. */
    public long nextWakeUp(Conversation conversation) {
        long retired = settledUpTo != null && isSettled() ? forgottenAfter(conversation) : conversation.retention();
        long next = end.lastEventAt + retired;
        for (Entry entry : openView(conversation)) {
            if (entry instanceof Sla due && due.dueAt() > seenAt) {
                next = Math.min(next, due.dueAt());
            }
        }
        return next;
    }

    /** Gives up the single events once nothing may arrive between them any more; the folded state stays. */
    public void settle(Conversation conversation, EarlierStretches earlier, long now) {
        if (isSettled() || now < end.lastEventAt + conversation.retention()) {
            return;
        }
        for (int number = 0; number < earlierStarts.length; number++) {
            earlier.get(number).ids().forEach(earlier::forget);
            earlier.remove(number);
        }
        earlierStarts = NO_STRETCHES;
        last = Stretch.after(end);
        settledUpTo = lastPosition;
    }

    /** Nothing of this conversation is expected any more, not even an answer after weeks. */
    public boolean isForgotten(Conversation conversation, long now) {
        return isSettled() && now >= end.lastEventAt + forgottenAfter(conversation);
    }

    /** An event from the last day of the memory may be as late as any other. */
    private static long forgottenAfter(Conversation conversation) {
        return conversation.memory() + conversation.retention();
    }

    public boolean isEmpty() {
        return end.isNew();
    }

    /** The instant that dates the conversation's document. */
    public long startedAt() {
        return end.start.at();
    }

    public Body document(Conversation conversation) {
        return new ConversationDocument(conversation.key(), end, openView(conversation));
    }

    private boolean isSettled() {
        return earlierStarts.length == 0 && last.isEmpty();
    }

    private boolean isLate(Event arrival, Conversation conversation, long now) {
        if (settledUpTo != null) {
            return Position.of(arrival).compareTo(settledUpTo) <= 0;
        }
        return isEmpty() && now != Long.MIN_VALUE && arrival.occurredAt() < now - conversation.memory();
    }

    private void append(
            Event event, Conversation conversation, EarlierStretches earlier, List<Entry> before, Books books) {
        List<Entry> after = new ArrayList<>(8);
        end = conversation.step(end, event, after::add);
        last.add(event);
        lastPosition = Position.of(event);
        after.addAll(lookAgain(conversation));
        tell(before, after, books);
        if (last.isFull()) {
            putAway(earlier);
        }
    }

    private void putAway(EarlierStretches earlier) {
        int number = earlierStarts.length;
        earlier.put(number, last);
        last.ids().forEach(id -> earlier.enter(id, number));
        earlierStarts = Arrays.copyOf(earlierStarts, number + 1);
        earlierStarts[number] = last.startedAt();
        last = Stretch.after(end);
    }

    private void insert(
            Event arrival,
            Place known,
            Conversation conversation,
            EarlierStretches earlier,
            List<Entry> before,
            Books books) {
        int from = stretchOf(arrival.occurredAt());
        if (known != null) {
            from = Math.min(from, known.number);
        }
        List<Event> events = new ArrayList<>();
        Stretch first = takeBack(from, events, earlier);
        List<Entry> was = fold(first.before.copy(), events, conversation);
        was.addAll(before);

        if (known != null) {
            events.removeIf(event -> event.eventId().equals(arrival.eventId()));
        }
        int at = Collections.binarySearch(events, arrival, Event.TIMELINE_ORDER);
        events.add(at < 0 ? -at - 1 : at, arrival);

        List<Entry> is = new ArrayList<>();
        last = Stretch.after(first.before);
        end = first.before.copy();
        for (Event event : events) {
            end = conversation.step(end, event, is::add);
            last.add(event);
            if (last.isFull()) {
                putAway(earlier);
            }
        }
        lastPosition = Position.of(events.get(events.size() - 1));
        is.addAll(lookAgain(conversation));
        tell(was, is, books);
    }

    /** Collects the events from a stretch on and takes them out of their places; returns that stretch. */
    private Stretch takeBack(int from, List<Event> events, EarlierStretches earlier) {
        Stretch first = from < earlierStarts.length ? earlier.get(from) : last;
        for (int number = from; number < earlierStarts.length; number++) {
            List<Event> stretch = earlier.get(number).events();
            events.addAll(stretch);
            stretch.forEach(event -> earlier.forget(event.eventId()));
            earlier.remove(number);
        }
        events.addAll(last.events());
        earlierStarts = Arrays.copyOf(earlierStarts, Math.min(from, earlierStarts.length));
        return first;
    }

    private static List<Entry> fold(ConversationState from, List<Event> events, Conversation conversation) {
        List<Entry> entries = new ArrayList<>();
        ConversationState state = from;
        for (Event event : events) {
            state = conversation.step(state, event, entries::add);
        }
        return entries;
    }

    /** The first stretch to fold again for an event of this time; the last stretch has the number after the earlier ones. */
    private int stretchOf(long occurredAt) {
        if (!last.isEmpty() && last.startedAt() < occurredAt) {
            return earlierStarts.length;
        }
        int number = earlierStarts.length - 1;
        while (number > 0 && earlierStarts[number] >= occurredAt) {
            number--;
        }
        return Math.max(0, number);
    }

    private record Place(int number, Event event) {}

    private Place find(String eventId, EarlierStretches earlier) {
        Event here = last.find(eventId);
        if (here != null) {
            return new Place(earlierStarts.length, here);
        }
        Integer number = earlierStarts.length == 0 ? null : earlier.find(eventId);
        return number == null ? null : new Place(number, earlier.get(number).find(eventId));
    }

    private List<Entry> openView(Conversation conversation) {
        return openView != null ? openView : lookAgain(conversation);
    }

    /** What is open when the memory ends stays as it is: nobody knows whether an event comes before it is given up. */
    private List<Entry> lookAgain(Conversation conversation) {
        long now = end.isNew() ? seenAt : Math.min(seenAt, end.lastEventAt + conversation.memory());
        openView = OpenView.of(conversation.clock(), end, now);
        return openView;
    }

    private static void tell(List<Entry> was, List<Entry> is, Books books) {
        if (was.size() + is.size() < 32) {
            tellFew(was, is, books);
            return;
        }
        Map<String, Entry> gone = new LinkedHashMap<>(2 * was.size());
        was.forEach(entry -> gone.put(entry.id(), entry));
        Map<String, Entry> now = new HashMap<>(2 * is.size());
        is.forEach(entry -> now.put(entry.id(), entry));
        for (Entry entry : now.values()) {
            Entry before = gone.remove(entry.id());
            if (!entry.equals(before)) {
                books.changed(before, entry);
            }
        }
        gone.values().forEach(entry -> books.changed(entry, null));
    }

    /** The same by looking through two short lists: no map for the usual event. */
    private static void tellFew(List<Entry> was, List<Entry> is, Books books) {
        for (int i = 0; i < is.size(); i++) {
            Entry before = withId(is.get(i).id(), was);
            if (!is.get(i).equals(before)) {
                books.changed(before, is.get(i));
            }
        }
        for (int i = 0; i < was.size(); i++) {
            if (withId(was.get(i).id(), is) == null) {
                books.changed(was.get(i), null);
            }
        }
    }

    private static Entry withId(String id, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(id)) {
                return entries.get(i);
            }
        }
        return null;
    }
}
