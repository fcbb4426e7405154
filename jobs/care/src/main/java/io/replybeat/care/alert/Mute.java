package io.replybeat.care.alert;

import io.replybeat.care.calendar.BusinessCalendar;
import java.io.Serializable;
import java.util.List;

/**
 * At which times do people not want to be called, and for what? Alerts live on meanwhile; what still fires at its end is told then.
 *
 * @param weekly its open hours are the silent ones; null for every hour
 * @param from with {@code until} the instants, in milliseconds, between which it holds, the end not included
 * @param until see {@code from}
 * @param rules none for all
 */
public record Mute(BusinessCalendar weekly, long from, long until, List<Rule> rules) implements Serializable {

    public Mute {
        rules = List.copyOf(rules);
    }

    boolean covers(Rule rule, long instant) {
        return instant >= from
                && instant < until
                && (rules.isEmpty() || rules.contains(rule))
                && (weekly == null || weekly.isOpen(instant));
    }
}
