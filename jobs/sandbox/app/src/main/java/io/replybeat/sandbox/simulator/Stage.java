package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.simulator.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
    private final Troubles troubles;
    private final Desk desk;
    private final Courier courier;
    private final String idPrefix;

    private double pace = 1;
    private long stoodStill;
    private long actorsSoFar;
    private long conversationsSoFar;

    Stage(Settings settings, Courier courier) {
        this.settings = settings;
        this.courier = courier;
        this.troubles = new Troubles(settings.incidents());
        this.desk = new Desk(troubles);
        // Two runs with different starts never share an id, even on the same topic.
        this.idPrefix = Long.toString(settings.start().toEpochMilli() / 1000, 36) + "-";
        settings.brands().forEach(this::gather);
        settings.incidents().forEach(incident -> gather(incident, OUTAGE_ON_TOP));
    }

    Desk desk() {
        return desk;
    }

    /** By the clock, as all times that come in and go out here; actors know nothing of standing still. */
    long nextActAt() {
        return actors.element().actsAt() + stoodStill;
    }

    void standStill(long millis) {
        stoodStill += millis;
    }

    void pace(double factor, long now) {
        pace = factor;
        List<Actor> all = List.copyOf(actors);
        actors.clear();
        for (Actor actor : all) {
            actor.paceChanged(now - stoodStill);
            enter(actor);
        }
    }

    String begin(Kind kind, long now) {
        long start = now - stoodStill;
        Brand brand = suited(kind, start);
        Incident incident = Incidents.onDemand(kind, brand, Instant.ofEpochMilli(start));
        troubles.begin(incident);
        // At any hour twice as many as write to all brands together on average: the night has its outage, too.
        gather(incident, 2 * settings.shares() / brand.share() / brand.rhythm().at(start, brand.zone()));
        return brand.id();
    }

    List<Kind> begunByHand(long now) {
        return troubles.begunByHand(now - stoodStill);
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
        courier.carry(conversation, now + stoodStill);
    }

    /**
     * Where most is seen of it: a brand it does not hit already, where there is an agent to go home, that knows the trouble
     * least (who had an outage this week is alarmed less by another), the busiest of those.
     */
    private Brand suited(Kind kind, long now) {
        return settings.brands().stream()
                .max(Comparator.comparing((Brand brand) -> troubles.of(kind, brand, now) == null)
                        .thenComparing(brand ->
                                kind != Kind.AGENTS_AWAY || brand.calendar().isOpen(now))
                        .thenComparing(brand -> -troubles.count(kind, brand))
                        .thenComparingDouble(
                                brand -> brand.share() * brand.rhythm().at(now, brand.zone())))
                .orElseThrow();
    }

    private void enter(Actor actor) {
        if (actor.actsAt() != Actor.DONE) {
            actors.add(actor);
        }
    }

    private void gather(Brand brand) {
        gather(brand, 1, settings.start().toEpochMilli(), Actor.DONE, Opening::ordinary);
    }

    private void gather(Incident incident, double outageOnTop) {
        Brand brand = settings.brand(incident.brand());
        long start = incident.start().toEpochMilli();
        long end = incident.end().toEpochMilli();
        if (incident.kind() == Kind.BILLING_OUTAGE) {
            gather(brand, outageOnTop, start, end, (b, dice) -> Opening.wrongBill(b));
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
                () -> pace,
                from,
                until,
                dice -> as.apply(brand, dice),
                Dice.of(settings.seed(), number, 4)));
    }
}
