package io.replybeat.bench;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Visibility;
import java.io.Serializable;
import java.util.List;

/**
 * How are as many messages spread over conversations? Both shapes have the same pace, the same people and the same share of
 * answers; they differ in the length of a conversation only.
 *
 * @param name as the table shows it
 * @param together conversations under way at a time; one follows another once it has all its messages
 * @param messages of each conversation
 */
record Shape(String name, int together, int messages) implements Serializable {

    private static final long START = 1_772_409_600_000L; // 2026-03-02T00:00:00Z
    private static final long MILLIS_APART = 100;

    static Shape ofLong(int events) {
        return new Shape("10 long", 10, events / 10);
    }

    /** Of five messages; a thousand go on side by side, as on a busy desk. */
    static Shape ofShort(int events) {
        return new Shape("many short", Math.min(1_000, events / 5), 5);
    }

    /** The n-th message from 0: the customer writes twice, is answered, writes, is answered. */
    Event message(long n) {
        long generation = n / ((long) together * messages);
        long conversation = generation * together + n % together;
        long turn = n / together % 5;
        boolean answer = turn == 2 || turn == 4;
        return new Event(
                "message-" + n,
                0,
                "brand",
                "conversation-" + conversation,
                "x",
                START + n * MILLIS_APART,
                Event.UNKNOWN,
                0,
                new Payload.Message(
                        answer ? Direction.OUTBOUND : Direction.INBOUND,
                        Visibility.PUBLIC,
                        answer
                                ? new Author("agent-" + n % 20, Author.Kind.AGENT)
                                : new Author("customer-" + n % 5_000, Author.Kind.CUSTOMER),
                        "en",
                        false,
                        "team-" + n % 4,
                        null,
                        null,
                        List.of(),
                        null));
    }
}
