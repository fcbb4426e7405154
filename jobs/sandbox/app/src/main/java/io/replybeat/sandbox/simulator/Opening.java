package io.replybeat.sandbox.simulator;

/** How does a conversation begin: whose, what kind of story, about what, how urgent (0 = nobody said), in which tone? */
record Opening(Brand brand, Story story, Topic topic, int tier, Tone tone) {

    static Opening ordinary(Brand brand, Dice dice) {
        Topic topic = brand.topics().pick(dice);
        double drawn = dice.even();
        if (drawn < 0.09) {
            return new Opening(brand, Story.PRAISE, topic, 1, Tone.POSITIVE);
        }
        if (drawn < 0.13) {
            return new Opening(brand, Story.REPOST, topic, 0, dice.chance(0.5) ? Tone.NEGATIVE : Tone.NEUTRAL);
        }
        Tone tone = dice.chance(topic.negativeShare()) ? Tone.NEGATIVE : Tone.NEUTRAL;
        double urgent = dice.even();
        int tier = urgent < 0.06 ? 3 : urgent < 0.3 ? 2 : urgent < 0.92 ? 1 : 0;
        return new Opening(brand, Story.QUESTION, topic, tier, tone);
    }

    static Opening wrongBill(Brand brand) {
        return new Opening(brand, Story.QUESTION, Topic.BILLING, 3, Tone.NEGATIVE);
    }

    static Opening callout(Brand brand) {
        Topic topic = brand.topics().values().get(0);
        return new Opening(brand, Story.CALLOUT, topic, 3, Tone.NEGATIVE);
    }

    static Opening repostOfCallout(Brand brand) {
        Topic topic = brand.topics().values().get(0);
        return new Opening(brand, Story.REPOST, topic, 0, Tone.NEGATIVE);
    }
}
