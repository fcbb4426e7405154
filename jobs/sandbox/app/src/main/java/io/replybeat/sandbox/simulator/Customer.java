package io.replybeat.sandbox.simulator;

import java.time.Duration;

/**
 * Who writes? A function of seed, brand and number alone: customer 17 of a brand is the same person in every run.
 *
 * <p>Followers are log-normal around 150, as on real networks: most people have a few hundred, few have many. The first
 * {@link #INFLUENCERS} numbers of a brand have a large audience; one in fifty of the rest is troll-like (no avatar, hardly
 * any followers, follows few, young account).
 */
record Customer(
        int number,
        String id,
        String handle,
        int followers,
        int following,
        boolean verified,
        boolean hasAvatar,
        boolean industryPlayer,
        long accountCreatedAt) {

    static final int INFLUENCERS = 24;

    private static final int POPULATION = 60_000;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String[] NAMES = {
        "mika", "lena", "joao", "yuki", "wei", "sam", "nora", "tiago", "hana", "ming", "alex", "carla", "ren", "jonas",
        "bea", "luis", "emi", "paula", "kai", "tom",
    };
    private static final String[] WORDS = {
        "sails", "_reads", "kocht", "runs", ".music", "_foto", "viaja", "codes", "_tea", "garden", "_x", "rides",
    };

    /** Anyone of the brand's customers; a third of the messages comes from one in twenty of them. */
    static int anyone(Dice dice) {
        int crowd = dice.chance(0.33) ? POPULATION / 20 : POPULATION;
        return INFLUENCERS + dice.below(crowd - INFLUENCERS);
    }

    static Customer of(long seed, Brand brand, int number, long beginning) {
        Dice dice = Dice.of(seed, brand.id().hashCode(), 2, number);
        String handle = NAMES[dice.below(NAMES.length)] + WORDS[dice.below(WORDS.length)] + number;
        String id = "u-" + brand.id() + "-" + number;
        if (number < INFLUENCERS) {
            int followers = (int) Math.min(4_000_000, 12_000 + dice.logNormal(40_000, 1.1));
            return new Customer(
                    number,
                    id,
                    handle,
                    followers,
                    200 + dice.below(900),
                    dice.chance(0.7),
                    true,
                    dice.chance(0.25),
                    born(beginning, 900 + dice.below(3000)));
        }
        if (dice.chance(0.02)) {
            return new Customer(
                    number,
                    id,
                    handle,
                    dice.below(4),
                    dice.below(9),
                    false,
                    false,
                    false,
                    born(beginning, 1 + dice.below(25)));
        }
        int followers = (int) Math.min(9_500, dice.logNormal(150, 1.4));
        int following = (int) Math.min(5_000, dice.logNormal(240, 0.9));
        return new Customer(
                number,
                id,
                handle,
                followers,
                following,
                false,
                dice.chance(0.93),
                false,
                born(beginning, 60 + dice.below(4000)));
    }

    private static long born(long beginning, int daysBefore) {
        return Math.floorDiv(beginning, DAY) * DAY - daysBefore * DAY;
    }
}
