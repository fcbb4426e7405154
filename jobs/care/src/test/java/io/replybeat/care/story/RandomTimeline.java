package io.replybeat.care.story;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Conversations as no story-teller would think of them: every kind of event in every order, ties, corrections that move
 * an event, silences of weeks. The same seed gives the same events.
 */
public final class RandomTimeline {

    private static final String[] HEARD = {"billing", "praise", "outage"};
    private static final long MINUTE = 60_000;
    private static final String[] AGENTS = {"ana", "ben", "cho"};
    private static final String[] TEAMS = {"billing", "tech", null};
    private static final String[] LANGUAGES = {"en", "de", "ja", null};
    private static final String[] NETWORKS = {"x", "instagram"};
    private static final String[] TAGS = {"topic:billing", "topic:outage", "vip"};

    private final Random random;
    private final String brand;
    private final String conversation;
    private final long start;

    private RandomTimeline(long seed, String brand, String conversation, long start) {
        this.random = new Random(seed);
        this.brand = brand;
        this.conversation = conversation;
        this.start = start;
    }

    /** In timeline order except for corrections, which come at the end. */
    public static List<Event> of(long seed, String brand, String conversation, long start, int events) {
        return new RandomTimeline(seed, brand, conversation, start).tell(events);
    }

    /** The same events as a bad network delivers them: in any order, some of them twice. */
    public static List<Event> delivered(List<Event> events, long seed) {
        Random random = new Random(seed);
        List<Event> arrivals = new ArrayList<>(events);
        for (Event event : events) {
            if (random.nextInt(5) == 0) {
                arrivals.add(event);
            }
        }
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private List<Event> tell(int count) {
        List<Event> events = new ArrayList<>();
        long at = start;
        for (int i = 0; i < count; i++) {
            at += gap();
            events.add(new Event(
                    conversation + "-" + random.nextInt(1_000_000) + "-" + i,
                    0,
                    brand,
                    conversation,
                    pick(NETWORKS),
                    at,
                    Event.UNKNOWN,
                    random.nextInt(3),
                    payload()));
        }
        List<Event> corrected = new ArrayList<>(events);
        for (Event event : events) {
            if (random.nextInt(12) == 0) {
                corrected.add(correction(event, 1));
            }
            if (random.nextInt(40) == 0) {
                corrected.add(correction(event, 2));
            }
        }
        return corrected;
    }

    private Event correction(Event event, int revision) {
        long moved =
                random.nextBoolean() ? event.occurredAt() : event.occurredAt() + (random.nextInt(40) - 20) * MINUTE;
        return new Event(
                event.eventId(),
                revision,
                brand,
                conversation,
                event.network(),
                moved,
                Event.UNKNOWN,
                event.sequence(),
                payload());
    }

    private long gap() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> 0;
            case 2 -> random.nextInt(1000);
            case 3 -> random.nextInt(24 * 60) * MINUTE;
            case 4 -> random.nextInt(200) == 0 ? 100L * 24 * 60 * MINUTE : MINUTE;
            default -> random.nextInt(90) * MINUTE;
        };
    }

    private Payload payload() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> message(Direction.INBOUND, Author.Kind.CUSTOMER, "u" + random.nextInt(3));
            case 4, 5 -> message(Direction.OUTBOUND, Author.Kind.AGENT, pick(AGENTS));
            case 6 -> message(Direction.OUTBOUND, Author.Kind.BOT, "bot");
            case 7 -> message(Direction.OUTBOUND, Author.Kind.AUTOMATION, "auto");
            case 8 ->
                new Payload.StatusChange(pick(Status.values()), random.nextInt(4) == 0 ? null : actor(), pick(TEAMS));
            case 9 -> new Payload.StatusChange(Status.RESOLVED, actor(), null);
            case 10 ->
                random.nextBoolean()
                        ? new Payload.Assignment(random.nextBoolean() ? pick(AGENTS) : null, pick(TEAMS))
                        : new Payload.Tagging(List.of(pick(TAGS)), List.of(pick(TAGS)), random.nextInt(4), null);
            default -> new Payload.BotHandoff();
        };
    }

    private Author actor() {
        return new Author(pick(AGENTS), pick(Author.Kind.values()));
    }

    private Payload.Message message(Direction direction, Author.Kind kind, String author) {
        Visibility visibility = random.nextInt(8) == 0
                ? Visibility.INTERNAL
                : pick(new Visibility[] {Visibility.PUBLIC, Visibility.DIRECT});
        Sentiment sentiment =
                random.nextInt(3) == 0 ? new Sentiment(Sentiment.Label.NEGATIVE, -random.nextDouble()) : null;
        return new Payload.Message(
                direction,
                visibility,
                new Author(author, kind),
                pick(LANGUAGES),
                random.nextInt(10) == 0,
                pick(TEAMS),
                null,
                null,
                random.nextInt(6) == 0 ? List.of(pick(TAGS)) : List.of(),
                sentiment,
                direction == Direction.INBOUND && random.nextBoolean() ? understood() : null);
    }

    private Payload.Understood understood() {
        int tier = random.nextInt(4);
        boolean mustNotWait = random.nextInt(6) == 0;
        List<String> topics = tier == 0 && !mustNotWait ? List.of() : List.of(pick(HEARD));
        Payload.Reach reach = new Payload.Reach(pick(Payload.AuthorWeight.values()), random.nextInt(50_000));
        return new Payload.Understood(
                topics,
                topics.isEmpty() ? null : topics.get(0),
                List.of(),
                tier,
                mustNotWait,
                reach,
                1 + random.nextInt(20));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
