package io.replybeat.sandbox.simulator;

import java.util.Locale;

/** What do customers of the simulated brands write about, how angrily, and which team answers? */
enum Topic {
    DELIVERY(0.5, Skill.SERVICE),
    RETURNS(0.4, Skill.SERVICE),
    BILLING(0.6, Skill.BILLING),
    REFUND(0.6, Skill.BILLING),
    CONTRACT(0.35, Skill.BILLING),
    CARD(0.45, Skill.BILLING),
    OUTAGE(0.7, Skill.TECHNICAL),
    LOGIN(0.4, Skill.TECHNICAL),
    PLAYBACK(0.5, Skill.TECHNICAL),
    DELAY(0.65, Skill.SERVICE),
    BAGGAGE(0.65, Skill.SERVICE),
    BOOKING(0.25, Skill.SERVICE),
    AVAILABILITY(0.2, Skill.SERVICE);

    /** What a team can do; every brand has one team a skill. */
    enum Skill {
        SERVICE,
        BILLING,
        TECHNICAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final double negativeShare;
    private final Skill skill;
    private final String word = name().toLowerCase(Locale.ROOT);

    Topic(double negativeShare, Skill skill) {
        this.negativeShare = negativeShare;
        this.skill = skill;
    }

    String word() {
        return word;
    }

    /** As a label on a conversation: {@code topic:billing}. */
    String tag() {
        return "topic:" + word;
    }

    double negativeShare() {
        return negativeShare;
    }

    Skill skill() {
        return skill;
    }
}
