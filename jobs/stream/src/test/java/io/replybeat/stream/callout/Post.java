package io.replybeat.stream.callout;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.util.List;

/** Builds events as a story tells them: who wrote what kind of thing, when; all else is as in a plain callout. */
final class Post {

    private final String eventId;
    private final String author;
    private String brand = "acme";
    private String conversation;
    private long at;
    private AuthorWeight weight = AuthorWeight.INFLUENCER;
    private long followers = 20_000;
    private double score = -0.8;
    private Visibility visibility = Visibility.PUBLIC;
    private List<String> topics = List.of();
    private long words;
    private int tier;

    private Post(String eventId, String author) {
        this.eventId = eventId;
        this.author = author;
        this.conversation = "of-" + eventId;
        this.words = (eventId + "'s words").hashCode() * 31L + 7;
    }

    static Post by(String author, String eventId) {
        return new Post(eventId, author);
    }

    Post to(String brand) {
        this.brand = brand;
        return this;
    }

    Post in(String conversation) {
        this.conversation = conversation;
        return this;
    }

    Post at(long at) {
        this.at = at;
        return this;
    }

    Post weighing(AuthorWeight weight, long followers) {
        this.weight = weight;
        this.followers = followers;
        return this;
    }

    Post scored(double score) {
        this.score = score;
        return this;
    }

    Post seen(Visibility visibility) {
        this.visibility = visibility;
        return this;
    }

    Post about(String... topics) {
        this.topics = List.of(topics);
        return this;
    }

    Post saying(long words) {
        this.words = words;
        return this;
    }

    Post tier(int tier) {
        this.tier = tier;
        return this;
    }

    Event event() {
        Sentiment.Label label = score < -0.1
                ? Sentiment.Label.NEGATIVE
                : score > 0.1 ? Sentiment.Label.POSITIVE : Sentiment.Label.NEUTRAL;
        return event(
                brand,
                conversation,
                eventId,
                at,
                new Message(
                        Direction.INBOUND,
                        visibility,
                        new Author(author, Author.Kind.CUSTOMER),
                        "en",
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        new Sentiment(label, score),
                        new Understood(topics, null, List.of(), tier, false, new Reach(weight, followers), words)));
    }

    static Event reply(String brand, String conversation, String eventId, long at, Author.Kind by, Visibility seen) {
        return event(
                brand,
                conversation,
                eventId,
                at,
                new Message(
                        Direction.OUTBOUND,
                        seen,
                        new Author("us", by),
                        null,
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }

    static Event status(String brand, String conversation, String eventId, long at, Status status) {
        return event(brand, conversation, eventId, at, new StatusChange(status, null, null));
    }

    static Event tier(String brand, String conversation, String eventId, long at, int tier) {
        return event(brand, conversation, eventId, at, new Payload.Tagging(List.of(), List.of(), tier, null));
    }

    private static Event event(String brand, String conversation, String eventId, long at, Payload payload) {
        return new Event(eventId, 0, brand, conversation, "x", at, Event.UNKNOWN, 0, payload);
    }
}
