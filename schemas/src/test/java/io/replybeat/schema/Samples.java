package io.replybeat.schema;

import java.time.Instant;
import java.util.List;

/** One record of each payload, with every field of it filled: what golden files are made of. */
final class Samples {

    private static final Instant TEN_O_CLOCK = Instant.parse("2026-03-04T10:00:00Z");

    private Samples() {}

    static List<CareEvent> careEvents() {
        return List.of(
                event("e1", message()),
                event("e2", new StatusChange(Status.RESOLVED, new Actor("a1", AuthorKind.AGENT), "t1")),
                event("e3", new Assignment("a1", "t1")),
                event("e4", new Tagging(List.of("topic:billing"), List.of("new"), 3, "high")),
                event("e5", new BotHandoff()));
    }

    private static CareEvent event(String id, Object payload) {
        return new CareEvent(id, 2, "acme", "c1", "x", TEN_O_CLOCK, TEN_O_CLOCK.plusMillis(300), 7L, payload);
    }

    private static Message message() {
        Author author = new Author("u1", AuthorKind.CUSTOMER, "@u1", 12L, 34L, true, false, true, TEN_O_CLOCK);
        return new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                author,
                "Wo ist mein Päckchen?",
                "de",
                "e0",
                true,
                "t1",
                "s1",
                "q1",
                List.of("topic:delivery", "vip"),
                new Sentiment(SentimentLabel.NEGATIVE, -0.75));
    }
}
