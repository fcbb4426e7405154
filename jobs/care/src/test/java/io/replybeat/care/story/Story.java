package io.replybeat.care.story;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a conversation in the words of a care desk: {@code
 * Story.of("acme", "c1").at("2026-03-04T10:00:00Z").customerWrites().after("7m").agentReplies("ana")}.
 */
public final class Story {

    private final String brand;
    private final String conversation;
    private final List<Event> events = new ArrayList<>();
    private String network = "x";
    private String language;
    private String team;
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");

    private Story(String brand, String conversation) {
        this.brand = brand;
        this.conversation = conversation;
    }

    public static Story of(String brand, String conversation) {
        return new Story(brand, conversation);
    }

    public static Story told() {
        return of("acme", "c1");
    }

    public Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** {@code "7m"}, {@code "2h30m"}, {@code "1d"}. */
    public Story after(String duration) {
        now = now.plus(
                Duration.parse(duration.endsWith("d") ? "P" + duration.toUpperCase() : "PT" + duration.toUpperCase()));
        return this;
    }

    public Story on(String network) {
        this.network = network;
        return this;
    }

    public Story in(String language) {
        this.language = language;
        return this;
    }

    public Story forTeam(String team) {
        this.team = team;
        return this;
    }

    public Story customerWrites() {
        return customerWrites("u1");
    }

    public Story customerWrites(String customer) {
        return says(Direction.INBOUND, Visibility.PUBLIC, customer, Author.Kind.CUSTOMER);
    }

    /** A message that the rules understand so; tier 0 is what has none, but must not wait. */
    public Story customerWritesOf(String topic, int tier) {
        Payload.Message message = message(Direction.INBOUND, Visibility.PUBLIC, "u1", Author.Kind.CUSTOMER);
        return happens(message.with(
                message.tags(),
                message.language(),
                message.sentiment(),
                new Payload.Understood(List.of(topic), topic, List.of(), tier, tier == 0, Payload.Reach.ORDINARY, 0)));
    }

    public Story agentReplies(String agent) {
        return says(Direction.OUTBOUND, Visibility.PUBLIC, agent, Author.Kind.AGENT);
    }

    public Story botReplies() {
        return says(Direction.OUTBOUND, Visibility.PUBLIC, "bot", Author.Kind.BOT);
    }

    public Story automationWrites() {
        return says(Direction.OUTBOUND, Visibility.DIRECT, "auto", Author.Kind.AUTOMATION);
    }

    public Story agentNotes(String agent) {
        return says(Direction.OUTBOUND, Visibility.INTERNAL, agent, Author.Kind.AGENT);
    }

    public Story resolvedBy(String agent) {
        return status(Status.RESOLVED, new Author(agent, Author.Kind.AGENT));
    }

    public Story resolvedByBot() {
        return status(Status.RESOLVED, new Author("bot", Author.Kind.BOT));
    }

    public Story status(Status status) {
        return status(status, new Author("ana", Author.Kind.AGENT));
    }

    public Story status(Status status, Author actor) {
        return happens(new Payload.StatusChange(status, actor, team));
    }

    public Story assigned(String agent, String team) {
        return happens(new Payload.Assignment(agent, team));
    }

    public Story tier(int tier) {
        return happens(new Payload.Tagging(List.of(), List.of(), tier, null));
    }

    public Story topic(String topic) {
        return happens(new Payload.Tagging(List.of("topic:" + topic), List.of(), 0, null));
    }

    public Story botHandsOff() {
        return happens(new Payload.BotHandoff());
    }

    public Story says(Direction direction, Visibility visibility, String author, Author.Kind kind) {
        return happens(message(direction, visibility, author, kind));
    }

    private Payload.Message message(Direction direction, Visibility visibility, String author, Author.Kind kind) {
        return new Payload.Message(
                direction,
                visibility,
                new Author(author, kind),
                language,
                false,
                team,
                null,
                null,
                List.of(),
                (Sentiment) null);
    }

    public Story happens(Payload payload) {
        String id = conversation + "-e" + (events.size() + 1);
        events.add(new Event(id, 0, brand, conversation, network, now.toEpochMilli(), Event.UNKNOWN, 0, payload));
        return this;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }
}
