package io.replybeat.care.alert;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * When does this brand want to be told?
 *
 * @param budgetPerWeek how many alerts a week each watched slice may raise in the long run, above 0
 * @param minimumMessages fewer messages in a bucket raise no alert, however unusual
 * @param forDuration for how long volume or sentiment must be unusual before it is told
 * @param allClear for how long it must be usual again before it is over
 * @param coolDown for how long after its end volume or sentiment tells nothing new
 * @param slaAtRisk the share of a target's time, 0 to 1, after which it is at risk
 * @param slaMinimum so many answers of a tier must be late at once before it is told
 * @param mutes when people do not want to be called
 */
public record AlertPolicy(
        double budgetPerWeek,
        int minimumMessages,
        Duration forDuration,
        Duration allClear,
        Duration coolDown,
        double slaAtRisk,
        int slaMinimum,
        List<Mute> mutes)
        implements Serializable {

    public static final AlertPolicy DEFAULT =
            new AlertPolicy(1, 10, Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(30), 0.8, 1, List.of());

    public AlertPolicy {
        mutes = List.copyOf(mutes);
    }

    public AlertPolicy withBudget(double perWeek) {
        return new AlertPolicy(perWeek, minimumMessages, forDuration, allClear, coolDown, slaAtRisk, slaMinimum, mutes);
    }

    /** For what has its instant: told then, not after a while, and not later because something else was told before. */
    public AlertPolicy atOnce() {
        return new AlertPolicy(
                budgetPerWeek, minimumMessages, Duration.ZERO, allClear, Duration.ZERO, slaAtRisk, slaMinimum, mutes);
    }

    public boolean isMuted(Rule rule, long instant) {
        return mutes.stream().anyMatch(mute -> mute.covers(rule, instant));
    }
}
