package io.replybeat.care.event;

import io.replybeat.care.event.Payload.Assignment;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.BotHandoff;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Tagging;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Valid events of every kind, optional parts there and not there, in every script: the same seed, the same events. */
public final class RandomEvents {

    private static final long MARCH_2026 = 1_772_323_200_000L;
    private static final List<String> WORDS = List.of("acme", "größe", "お客様", "客服", "a|b", "100%", "😀", "ação");

    private final Random random;
    private final boolean understood;
    private int made;

    /** As they come from a collector. */
    public RandomEvents(long seed) {
        this(seed, false);
    }

    private RandomEvents(long seed, boolean understood) {
        this.random = new Random(seed);
        this.understood = understood;
    }

    /** As they are once somebody looked what messages are about. */
    public static RandomEvents understood(long seed) {
        return new RandomEvents(seed, true);
    }

    public List<Event> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    public Event next() {
        long occurredAt = MARCH_2026 + random.nextInt(86_400_000);
        return new Event(
                "e" + made++,
                random.nextInt(3),
                word(),
                word() + random.nextInt(100),
                word(),
                occurredAt,
                random.nextBoolean() ? occurredAt + random.nextInt(10_000) : Event.UNKNOWN,
                random.nextInt(5),
                payload());
    }

    private Payload payload() {
        return switch (random.nextInt(8)) {
            case 0 -> new StatusChange(pick(Status.values()), random.nextBoolean() ? author() : null, maybe());
            case 1 -> new Assignment(maybe(), maybe());
            case 2 -> new Tagging(words(), words(), random.nextInt(4), maybe());
            case 3 -> new BotHandoff();
            default -> message();
        };
    }

    private Message message() {
        return new Message(
                pick(Direction.values()),
                pick(Visibility.values()),
                author(),
                maybe(),
                random.nextBoolean(),
                maybe(),
                maybe(),
                maybe(),
                words(),
                random.nextBoolean()
                        ? null
                        : new Sentiment(pick(Sentiment.Label.values()), random.nextInt(-100, 101) / 100d),
                understood && random.nextBoolean()
                        ? new Understood(
                                words(),
                                maybe(),
                                words(),
                                random.nextInt(4),
                                random.nextBoolean(),
                                new Reach(pick(AuthorWeight.values()), random.nextInt(100_000)),
                                random.nextLong())
                        : null);
    }

    private Author author() {
        return new Author(word(), pick(Author.Kind.values()));
    }

    private List<String> words() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> word()).toList();
    }

    private String maybe() {
        return random.nextBoolean() ? word() : null;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
