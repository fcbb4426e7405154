package io.replybeat.sandbox.simulator;

/**
 * What happens next in a conversation, and when? One method a step of {@link Step}'s diagram; the shares and times are
 * those that care products report of ordinary social care, rounded.
 */
final class Plot {

    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private Plot() {}

    static void advance(Conversation c, long now, Desk desk) {
        switch (c.step) {
            case OPENS -> afterOpening(c, now, desk);
            case ACKNOWLEDGED, HANDED_OFF -> c.continueWith(Step.LABELLED, soon(c, now, 3));
            case BOT_WRITES -> afterBot(c, now);
            case LABELLED -> c.continueWith(Step.ASSIGNED, soon(c, now, 20));
            case ASSIGNED -> afterAssignment(c, now, desk);
            case NOTED -> agentWrites(c, now, desk, 2);
            case AGENT_WRITES -> afterReply(c, now, desk);
            case PAUSED -> afterPause(c, now, desk);
            case CUSTOMER_WRITES -> afterCustomer(c, now, desk);
            case BOT_RESOLVES, RESOLVED -> afterResolution(c, now);
            case CLOSED_UNANSWERED, OVER -> c.continueWith(Step.OVER, Actor.DONE);
        }
    }

    private static void afterOpening(Conversation c, long now, Desk desk) {
        boolean closesUnanswered = c.story == Story.REPOST || c.story == Story.PRAISE && c.dice.chance(0.65);
        if (closesUnanswered) {
            c.continueWith(Step.CLOSED_UNANSWERED, atDesk(c, now, desk, c.brand.minutesToReply()));
        } else if (c.story == Story.QUESTION && c.dice.chance(c.brand.botShare())) {
            c.continueWith(Step.BOT_WRITES, soon(c, now, 5));
        } else if (c.direct && c.dice.chance(0.5)) {
            c.continueWith(Step.ACKNOWLEDGED, soon(c, now, 1));
        } else {
            c.continueWith(Step.LABELLED, soon(c, now, 3));
        }
    }

    private static void afterBot(Conversation c, long now) {
        boolean satisfied = c.tone != Tone.NEGATIVE && c.dice.chance(0.5);
        if (satisfied) {
            c.continueWith(Step.BOT_RESOLVES, now + (long) c.dice.logNormal(15 * MINUTE, 0.5));
        } else {
            c.continueWith(Step.HANDED_OFF, soon(c, now, 40));
        }
    }

    private static void afterAssignment(Conversation c, long now, Desk desk) {
        if (isForgotten(c)) {
            c.continueWith(Step.OVER, Actor.DONE);
        } else if (c.dice.chance(0.15)) {
            c.continueWith(Step.NOTED, atDesk(c, now, desk, c.brand.minutesToReply()));
        } else {
            agentWrites(c, now, desk, c.brand.minutesToReply());
        }
    }

    private static void afterReply(Conversation c, long now, Desk desk) {
        double writesAgain = 0.5 / c.agentReplies;
        double drawn = c.dice.even();
        if (drawn < 0.12) {
            c.continueWith(Step.PAUSED, soon(c, now, 8));
        } else if (drawn < 0.12 + writesAgain) {
            customerWrites(c, now, 9 * MINUTE);
        } else if (drawn < 0.97) {
            c.continueWith(Step.RESOLVED, atDesk(c, now, desk, 15));
        } else {
            c.continueWith(Step.OVER, Actor.DONE);
        }
    }

    private static void afterPause(Conversation c, long now, Desk desk) {
        if (c.dice.chance(0.8)) {
            customerWrites(c, now, 2 * HOUR);
        } else {
            c.continueWith(Step.RESOLVED, atDesk(c, now, desk, 16 * 60));
        }
    }

    private static void afterCustomer(Conversation c, long now, Desk desk) {
        if (c.tone == Tone.POSITIVE) {
            c.continueWith(Step.CLOSED_UNANSWERED, atDesk(c, now, desk, 10));
        } else if (isForgotten(c)) {
            c.continueWith(Step.OVER, Actor.DONE);
        } else {
            agentWrites(c, now, desk, c.brand.minutesToReply() / 2);
        }
    }

    private static void afterResolution(Conversation c, long now) {
        double drawn = c.dice.even();
        if (drawn < 0.07 && c.reopens < 3) {
            c.reopens++;
            c.tone = Tone.NEGATIVE;
            customerWrites(c, now, 7 * HOUR);
        } else if (drawn < 0.15 && c.reopens == 0) {
            c.reopens++;
            c.tone = Tone.POSITIVE;
            customerWrites(c, now, 5 * MINUTE);
        } else {
            c.continueWith(Step.OVER, Actor.DONE);
        }
    }

    /** Some fall through the cracks: their customers still wait. */
    private static boolean isForgotten(Conversation c) {
        return c.dice.chance(0.025);
    }

    private static void agentWrites(Conversation c, long now, Desk desk, double medianMinutes) {
        c.continueWith(Step.AGENT_WRITES, atDesk(c, now, desk, medianMinutes));
    }

    private static void customerWrites(Conversation c, long now, double medianMillis) {
        c.continueWith(Step.CUSTOMER_WRITES, now + (long) c.dice.logNormal(medianMillis, 1.1));
    }

    private static long atDesk(Conversation c, long now, Desk desk, double medianMinutes) {
        return desk.readyAfter(c.brand, now, c.dice.logNormal(medianMinutes, 0.9), c.dice);
    }

    private static long soon(Conversation c, long now, double medianSeconds) {
        return now + (long) c.dice.logNormal(medianSeconds * SECOND, 0.5);
    }
}
