package io.replybeat.stream.callout;

import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which surges does one brand's ordered list of events hold, by looking at all of it again and again? */
final class SurgeOracle {

    private final Surge policy;
    private final List<Event> events;
    private final List<Found> running = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long dealtWith = Long.MIN_VALUE;

    private static final class Found {
        String subject;
        long since;
        long firedAt;
        long lastAt;
        String lead;
        List<Event> counted = new ArrayList<>();
    }

    /** @param events in order, each once, those that came in time */
    SurgeOracle(Surge policy, List<Event> events) {
        this.policy = policy;
        this.events = events;
    }

    /** {@code subject since firedAt resolvedAt authors}, resolvedAt being "-" while it runs. */
    List<String> surgesUpTo(long now) {
        for (int i = 0; i < events.size(); i++) {
            int seen = i;
            Event event = events.get(i);
            endQuiet(event.occurredAt() - 1);
            if (isCallout(event)) {
                if (running.isEmpty()) {
                    lookBack(i);
                } else {
                    join(event);
                }
            }
            for (Found found : List.copyOf(running)) {
                if (found.counted.stream().allMatch(call -> isAnswered(call, seen))) {
                    end(found, event.occurredAt());
                }
            }
        }
        endQuiet(now);
        running.forEach(found -> told.add(line(found, "-")));
        return told;
    }

    private void endQuiet(long upTo) {
        while (true) {
            Found next = null;
            for (Found found : running) {
                if (found.lastAt + policy.quiet() <= upTo && (next == null || found.lastAt < next.lastAt)) {
                    next = found;
                }
            }
            if (next == null) {
                return;
            }
            end(next, next.lastAt + policy.quiet());
        }
    }

    private void end(Found found, long at) {
        running.remove(found);
        dealtWith = Math.max(dealtWith, at);
        told.add(line(found, Long.toString(at)));
    }

    private static String line(Found found, String resolvedAt) {
        return "%s %d %d %s %d".formatted(found.subject, found.since, found.firedAt, resolvedAt, found.counted.size());
    }

    /** Whether some callout is the first of enough that end with this one. */
    private void lookBack(int last) {
        for (int first = 0; first < last; first++) {
            Event start = events.get(first);
            if (!isCallout(start)
                    || start.occurredAt() <= dealtWith
                    || events.get(last).occurredAt() - start.occurredAt() > policy.within()) {
                continue;
            }
            List<Event> counted = new ArrayList<>();
            for (int i = first; i <= last; i++) {
                boolean counts = isCallout(events.get(i)) && isNew(events.get(i), counted);
                if (counts) {
                    counted.add(events.get(i));
                }
                if (counted.size() == policy.authors()) {
                    if (i == last) {
                        begin(counted);
                        return;
                    }
                    break;
                }
            }
        }
    }

    private void begin(List<Event> counted) {
        Found found = new Found();
        Event last = counted.get(counted.size() - 1);
        found.subject = "brand|" + last.brand();
        found.since = counted.get(0).occurredAt();
        found.firedAt = last.occurredAt();
        found.lastAt = last.occurredAt();
        found.counted.addAll(counted);
        if (shareTopicOf(last, found) >= policy.authors()) {
            found.lead = topic(last);
        }
        running.add(found);
    }

    private void join(Event event) {
        Found joined = running.get(0);
        for (Found found : running) {
            if (found.lead != null && found.lead.equals(topic(event))) {
                joined = found;
                break;
            }
        }
        joined.lastAt = event.occurredAt();
        if (!isNew(event, joined.counted)) {
            return;
        }
        joined.counted.add(event);
        if (topic(event) == null || topic(event).equals(joined.lead)) {
            return;
        }
        if (shareTopicOf(event, joined) >= policy.authors()) {
            if (joined.lead == null) {
                joined.lead = topic(event);
            } else {
                divide(joined, event);
            }
        }
    }

    private void divide(Found from, Event newest) {
        Found own = new Found();
        for (Event call : List.copyOf(from.counted)) {
            if (topic(newest).equals(topic(call))) {
                own.counted.add(call);
                from.counted.remove(call);
            }
        }
        own.subject = "topic|" + topic(newest);
        own.since = own.counted.get(0).occurredAt();
        own.firedAt = newest.occurredAt();
        own.lastAt = newest.occurredAt();
        own.lead = topic(newest);
        running.add(own);
    }

    private int shareTopicOf(Event newest, Found found) {
        int share = 0;
        for (Event call : found.counted) {
            if (topic(newest) != null
                    && topic(newest).equals(topic(call))
                    && newest.occurredAt() - call.occurredAt() <= policy.within()) {
                share++;
            }
        }
        return share;
    }

    private static boolean isNew(Event event, List<Event> counted) {
        Set<String> authors = new HashSet<>();
        Set<Long> texts = new HashSet<>();
        for (Event call : counted) {
            authors.add(message(call).author().id());
            texts.add(message(call).understood().words());
        }
        long words = message(event).understood().words();
        return !authors.contains(message(event).author().id()) && (words == 0 || !texts.contains(words));
    }

    private boolean isAnswered(Event call, int upTo) {
        for (int i = events.indexOf(call) + 1; i <= upTo; i++) {
            Event event = events.get(i);
            if (event.conversationId().equals(call.conversationId())
                    && event.payload() instanceof Message reply
                    && reply.isToCustomer()
                    && reply.author().kind() == Author.Kind.AGENT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCallout(Event event) {
        return event.payload() instanceof Message message
                && message.isFromCustomer()
                && message.visibility() == Visibility.PUBLIC
                && message.sentiment().label() == Sentiment.Label.NEGATIVE
                && message.understood().reach().weight().isWeighty();
    }

    private static String topic(Event event) {
        return message(event).understood().topic();
    }

    private static Message message(Event event) {
        return (Message) event.payload();
    }
}
