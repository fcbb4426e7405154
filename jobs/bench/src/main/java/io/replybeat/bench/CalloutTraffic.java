package io.replybeat.bench;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.io.Serializable;
import java.util.List;

/**
 * Messages to many brands of which a few are callouts, every one a function of its number.
 *
 * @param name as the table shows it
 * @param brands they go to in turn
 * @param hot whether every other message is the first brand's
 * @param calloutEvery one message of so many is a callout, of the hot brand's too
 * @param authors who call out, in turn
 * @param millisApart of event time between two messages
 */
record CalloutTraffic(String name, int brands, boolean hot, int calloutEvery, int authors, double millisApart)
        implements Serializable {

    private static final long START = 1_772_409_600_000L; // 2026-03-02T00:00:00Z
    private static final int MESSAGES = 5;
    private static final int TOGETHER = 10_000;
    private static final List<String> TOPICS = List.of("billing", "delivery", "app", "service");

    /** A thousand brands, 2 % callouts, 100 messages a second. */
    static CalloutTraffic even() {
        return new CalloutTraffic("1000 brands", 1_000, false, 50, 100_000, 10);
    }

    /** The same, half of it to one brand, and so dense that this one has more than ten thousand callouts in ten minutes. */
    static CalloutTraffic hotBrand(int authors) {
        return new CalloutTraffic("hot brand, " + authors + " authors", 1_000, true, 50, authors, 0.5);
    }

    Event message(long n) {
        long conversation = n / ((long) TOGETHER * MESSAGES) * TOGETHER + n % TOGETHER;
        long turn = n / TOGETHER % MESSAGES;
        String brand = hot && conversation % 2 == 0 ? "brand-0" : "brand-" + conversation / 2 % brands;
        boolean callout = scattered(n) % calloutEvery == 0;
        boolean answer = !callout && (turn == 2 || turn == 4);
        return new Event(
                "message-" + n,
                0,
                brand,
                "conversation-" + conversation,
                "x",
                START + (long) (n * millisApart),
                Event.UNKNOWN,
                0,
                answer ? answer(n) : post(n, callout));
    }

    /** Not in step with anything else that is counted here. */
    private static long scattered(long n) {
        return (n * 0x9E3779B97F4A7C15L) >>> 40;
    }

    private static Message answer(long n) {
        return message(Direction.OUTBOUND, new Author("agent-" + n % 20, Author.Kind.AGENT), null, null);
    }

    private Message post(long n, boolean callout) {
        Reach reach = callout ? new Reach(AuthorWeight.INFLUENCER, 25_000) : Reach.ORDINARY;
        Sentiment sentiment = callout
                ? new Sentiment(Sentiment.Label.NEGATIVE, -0.8)
                : new Sentiment(Sentiment.Label.NEUTRAL, (n % 7 - 3) / 30.0);
        String author = callout ? "influencer-" + scattered(n + 1) % authors : "customer-" + n % 5_000;
        List<String> topics = List.of(TOPICS.get((int) (n % TOPICS.size())));
        return message(
                Direction.INBOUND,
                new Author(author, Author.Kind.CUSTOMER),
                sentiment,
                new Understood(topics, topics.get(0), List.of(), 1, false, reach, n + 1));
    }

    private static Message message(Direction direction, Author author, Sentiment sentiment, Understood understood) {
        return new Message(
                direction, Visibility.PUBLIC, author, "en", false, null, null, null, List.of(), sentiment, understood);
    }
}
