package io.replybeat.bench;

import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Messages to many brands of which a few are callouts, every one a function of its number.
 *
 * <p>As collectors send them, but without words: tone and topic are given, so nothing has to be read but the author's account.
 *
 * @param name as the table shows it
 * @param brands they go to in turn
 * @param hot whether every other message is the first brand's
 * @param calloutEvery one message of so many is a callout, of the hot brand's too
 * @param authors who call out, in turn
 * @param millisApart of event time between two messages
 */
record CalloutTraffic(String name, int brands, boolean hot, int calloutEvery, int authors, double millisApart) {

    private static final long START = 1_772_409_600_000L; // 2026-03-02T00:00:00Z
    /** Of each conversation: four exchanges, so that some get worse often enough to be told. */
    private static final int MESSAGES = 10;

    private static final int TOGETHER = 10_000;
    private static final long FOLLOWERS = 25_000;
    private static final List<String> TOPICS = List.of("billing", "delivery", "app", "service");

    /** Which kinds are measured? */
    enum Shape {
        /** A thousand brands, 2 % callouts. */
        EVEN(even()),
        /** Half of it to one brand. */
        HOT(hotBrand(100_000)),
        /** The same, and only two who call out. */
        TWO(hotBrand(2));

        final CalloutTraffic traffic;

        Shape(CalloutTraffic traffic) {
            this.traffic = traffic;
        }
    }

    /** A thousand brands, 2 % callouts, 100 messages a second. */
    static CalloutTraffic even() {
        return new CalloutTraffic("1000 brands", 1_000, false, 50, 100_000, 10);
    }

    /** The same, half of it to one brand, and so dense that this one has more than ten thousand callouts in ten minutes. */
    static CalloutTraffic hotBrand(int authors) {
        return new CalloutTraffic("hot brand, " + authors + " authors", 1_000, true, 50, authors, 0.5);
    }

    /** The first so many, each as soon as it is written. */
    Stream<Delivery> deliveries(long events) {
        return LongStream.range(0, events)
                .mapToObj(this::message)
                .map(event -> new Delivery(event.getOccurredAt().toEpochMilli(), event));
    }

    CareEvent message(long n) {
        long conversation = n / ((long) TOGETHER * MESSAGES) * TOGETHER + n % TOGETHER;
        long turn = n / TOGETHER % MESSAGES;
        String brand = hot && conversation % 2 == 0 ? "brand-0" : "brand-" + conversation / 2 % brands;
        boolean callout = scattered(n) % calloutEvery == 0;
        boolean answer = !callout && turn > 0 && turn % 2 == 0;
        return new CareEvent(
                "message-" + n,
                0,
                brand,
                "conversation-" + conversation,
                "x",
                Instant.ofEpochMilli(START + (long) (n * millisApart)),
                null,
                0L,
                answer ? answer(n) : post(n, callout));
    }

    /** Not in step with anything else that is counted here. */
    private static long scattered(long n) {
        return (n * 0x9E3779B97F4A7C15L) >>> 40;
    }

    private static Message answer(long n) {
        return message(Direction.OUTBOUND, author("agent-" + n % 20, AuthorKind.AGENT, null), List.of(), null);
    }

    private Message post(long n, boolean callout) {
        String name = callout ? "influencer-" + scattered(n + 1) % authors : "customer-" + n % 5_000;
        return message(
                Direction.INBOUND,
                author(name, AuthorKind.CUSTOMER, callout ? FOLLOWERS : null),
                List.of("topic:" + TOPICS.get((int) (n % TOPICS.size()))),
                callout
                        ? new Sentiment(SentimentLabel.NEGATIVE, -0.8)
                        : new Sentiment(SentimentLabel.NEUTRAL, (scattered(n + 2) % 7 - 3) / 30.0));
    }

    private static Author author(String id, AuthorKind kind, Long followers) {
        return new Author(id, kind, null, followers, null, null, null, null, null);
    }

    private static Message message(Direction direction, Author author, List<String> tags, Sentiment sentiment) {
        return new Message(
                direction, Visibility.PUBLIC, author, "", "en", null, false, null, null, null, tags, sentiment);
    }
}
