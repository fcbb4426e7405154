package io.replybeat.care.brand;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.callout.CalloutPolicy;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Where is a brand's day, when is it open, how does it read the clocks, what has it promised (DEFINITIONS §7), what alarms it? */
public record BrandPolicy(
        ZoneId zone,
        BusinessCalendar calendar,
        Policies policies,
        List<SlaRule> sla,
        AlertPolicy alerts,
        CalloutPolicy callouts)
        implements Serializable {

    /** UTC, always open, the default readings, nothing promised. */
    public static final BrandPolicy DEFAULT = new BrandPolicy(
            ZoneOffset.UTC,
            BusinessCalendar.alwaysOpen(),
            Policies.DEFAULT,
            List.of(),
            AlertPolicy.DEFAULT,
            CalloutPolicy.DEFAULT);

    public BrandPolicy {
        sla = List.copyOf(sla);
    }

    BrandPolicy with(AlertPolicy otherAlerts) {
        return new BrandPolicy(zone, calendar, policies, sla, otherAlerts, callouts);
    }

    /** The first rule that matches the conversation's tier (0 = it has none) and topic (null = none), or null. */
    public SlaRule slaFor(int tier, String topic) {
        for (SlaRule rule : sla) {
            if (rule.matches(tier, topic)) {
                return rule;
            }
        }
        return null;
    }

    /** All that decides what the clocks tell, and nothing else: what alarms may change at any restart. */
    String clockRules() {
        return "zone %s, calendar %s, policies %s, sla %s".formatted(zone, calendar, policies, sla);
    }
}
