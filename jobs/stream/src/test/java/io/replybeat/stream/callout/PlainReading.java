package io.replybeat.stream.callout;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Visibility;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is an event, one by one, as the oracles read it? */
final class PlainReading {

    private PlainReading() {}

    static Collection<List<Event>> conversations(List<Event> events) {
        return events.stream()
                .collect(Collectors.groupingBy(Event::conversationId))
                .values();
    }

    static boolean isOfCustomer(Event event) {
        return event.payload() instanceof Message message && message.isFromCustomer();
    }

    /** Negative, public, not troll-like. */
    static boolean isPost(Event event) {
        return isOfCustomer(event)
                && isHeard(event)
                && isNegative(event)
                && message(event).visibility() == Visibility.PUBLIC;
    }

    static boolean isCallout(Event event) {
        return isPost(event) && message(event).understood().reach().weight().isWeighty();
    }

    static boolean isHeard(Event event) {
        return message(event).understood().reach().weight() != AuthorWeight.TROLL_LIKE;
    }

    static boolean isNegative(Event event) {
        return message(event).sentiment().label() == Sentiment.Label.NEGATIVE;
    }

    static boolean isAnswer(Event event) {
        return event.payload() instanceof Message reply
                && reply.isToCustomer()
                && reply.author().kind() == Author.Kind.AGENT;
    }

    static boolean isClosing(Event event) {
        return event.payload() instanceof StatusChange change
                && (change.status() == Status.RESOLVED || change.status() == Status.NO_REPLY_NEEDED);
    }

    static Message message(Event event) {
        return (Message) event.payload();
    }

    static String topic(Event event) {
        return message(event).understood().topic();
    }
}
