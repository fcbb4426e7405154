package io.replybeat.sandbox.simulator;

import java.util.EnumSet;
import java.util.Set;

/** One conversation under way: who with whom, how far it has come, what happens next. Everything in it follows from its dice. */
final class Conversation implements Actor {

    /** What waits while the agents are away, also when they have left since it was planned. */
    private static final Set<Step> BY_AGENTS =
            EnumSet.of(Step.NOTED, Step.AGENT_WRITES, Step.RESOLVED, Step.CLOSED_UNANSWERED);

    final String id;
    final Brand brand;
    final Story story;
    final Topic topic;
    final Customer customer;
    final String network;
    final boolean direct;
    final String language;
    final int tier;
    final Dice dice;

    private final long number;

    Tone tone;
    Step step = Step.OPENS;
    String agent;
    String idOfLastInbound;
    String idOfLastOutbound;
    int events;
    int agentReplies;
    int reopens;
    private long actsAt;

    Conversation(long number, long at, String id, Opening opening, Customer customer, Dice dice) {
        this.number = number;
        this.actsAt = at;
        this.id = id;
        this.brand = opening.brand();
        this.story = opening.story();
        this.topic = opening.topic();
        this.tier = opening.tier();
        this.tone = opening.tone();
        this.customer = customer;
        this.dice = dice;
        this.network = story == Story.CALLOUT || story == Story.REPOST
                ? "x"
                : brand.networks().pick(dice);
        this.direct = isDirect(network, dice) && story == Story.QUESTION;
        this.language = brand.languages().pick(dice);
    }

    @Override
    public long actsAt() {
        return step == Step.OVER ? DONE : actsAt;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void act(Stage stage) {
        long now = actsAt;
        long able = BY_AGENTS.contains(step) ? stage.desk().onceBack(brand, now, dice) : now;
        if (able > now) {
            actsAt = able;
            return;
        }
        staff(now);
        stage.say(this, now);
        keepCount();
        Plot.advance(this, now, stage.desk());
    }

    String eventId(int index) {
        return id + "-" + index;
    }

    String team() {
        return brand.teamFor(topic);
    }

    /** What the customer's message is about: an order, a booking, an invoice. */
    String reference() {
        return Long.toString(1_000_000 + Math.floorMod(number * 7919, 9_000_000L));
    }

    /** How agents sign. */
    String initials() {
        int hash = agent.hashCode();
        return "" + (char) ('A' + Math.floorMod(hash, 26)) + (char) ('A' + Math.floorMod(hash / 26, 26));
    }

    /** The conversation stays with its agent, but one time in ten a colleague takes over. */
    private void staff(long now) {
        if (agent == null || step == Step.AGENT_WRITES && dice.chance(0.1)) {
            agent = brand.agentOf(team(), now, dice);
        }
    }

    private void keepCount() {
        switch (step) {
            case OPENS, CUSTOMER_WRITES -> idOfLastInbound = eventId(events);
            case AGENT_WRITES -> {
                agentReplies++;
                idOfLastOutbound = eventId(events);
            }
            case BOT_WRITES -> idOfLastOutbound = eventId(events);
            default -> {}
        }
        events++;
    }

    /** A millisecond apart at least: no two events of a conversation at the same time. */
    void continueWith(Step next, long at) {
        step = at == DONE ? Step.OVER : next;
        actsAt = Math.max(at, actsAt + 1);
    }

    private static boolean isDirect(String network, Dice dice) {
        return switch (network) {
            case "whatsapp", "line" -> true;
            case "x" -> dice.chance(0.2);
            case "instagram", "facebook" -> dice.chance(0.4);
            default -> false;
        };
    }
}
