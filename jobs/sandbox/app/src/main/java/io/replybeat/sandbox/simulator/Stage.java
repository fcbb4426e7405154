package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.simulator.Incident.Kind;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.BiFunction;

/** Who acts next? Crowds, surges and conversations in the order of their times; what they write goes to the courier. */
final class Stage {

    /** What a conversation brings on average, measured over a week of the demo's brands. */
    private static final double EVENTS_PER_CONVERSATION = 6.9;

    /** How much a billing outage adds to the usual messages: five times the volume is four times on top. */
    private static final double OUTAGE_ON_TOP = 4;

    private static final long REPOSTS_AFTER_SURGE = Duration.ofMinutes(15).toMillis();

    private final PriorityQueue<Actor> actors = new PriorityQueue<>(Actor.BY_TIME);
    private final Settings settings;
    private final Desk desk;
    private final Courier courier;
    private final String idPrefix;

    private long actorsSoFar;
    private long conversationsSoFar;

    Stage(Settings settings, Courier courier) {
        this.settings = settings;
        this.courier = courier;
        this.desk = new Desk(settings.incidents());
        // Two runs with different starts never share an id, even on the same topic.
        this.idPrefix = Long.toString(settings.start().toEpochMilli() / 1000, 36) + "-";
        settings.brands().forEach(this::gather);
        settings.incidents().forEach(this::gather);
    }

    Desk desk() {
        return desk;
    }

    long nextActAt() {
        return actors.element().actsAt();
    }

    int size() {
        return actors.size();
    }

    void actOnce() {
        Actor actor = actors.remove();
        actor.act(this);
        enter(actor);
    }

    void open(long at, Opening opening, int customerNumber) {
        long number = conversationsSoFar++;
        Customer customer = Customer.of(
                settings.seed(),
                opening.brand(),
                customerNumber,
                settings.start().toEpochMilli());
        Dice dice = Dice.of(settings.seed(), number, 1);
        enter(new Conversation(actorsSoFar++, at, idPrefix + Long.toString(number, 36), opening, customer, dice));
    }

    void say(Conversation conversation, long now) {
        courier.carry(conversation, now);
    }

    private void enter(Actor actor) {
        if (actor.actsAt() != Actor.DONE) {
            actors.add(actor);
        }
    }

    private void gather(Brand brand) {
        gather(brand, 1, settings.start().toEpochMilli(), Actor.DONE, Opening::ordinary);
    }

    private void gather(Incident incident) {
        Brand brand = settings.brand(incident.brand());
        long start = incident.start().toEpochMilli();
        long end = incident.end().toEpochMilli();
        if (incident.kind() == Kind.BILLING_OUTAGE) {
            gather(brand, OUTAGE_ON_TOP, start, end, (b, dice) -> Opening.wrongBill(b));
        } else if (incident.kind() == Kind.INFLUENCER_SURGE) {
            enter(new Surge(actorsSoFar++, brand, incident, Dice.of(settings.seed(), start, 3)));
            gather(brand, 1, start, end + REPOSTS_AFTER_SURGE, (b, dice) -> Opening.repostOfCallout(b));
        }
    }

    private void gather(Brand brand, double factor, long from, long until, BiFunction<Brand, Dice, Opening> as) {
        double perMinute =
                factor * brand.share() / settings.shares() * settings.eventsPerMinute() / EVENTS_PER_CONVERSATION;
        long number = actorsSoFar++;
        enter(new Crowd(
                number,
                brand,
                perMinute,
                from,
                until,
                dice -> as.apply(brand, dice),
                Dice.of(settings.seed(), number, 4)));
    }
}
