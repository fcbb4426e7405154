package io.replybeat.care.brand;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.calendar.BusinessCalendar;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Where is a brand's day, when is it open, how does it read the clocks and what has it promised (DEFINITIONS §7)? */
public record BrandPolicy(
        ZoneId zone, BusinessCalendar calendar, Policies policies, List<SlaRule> sla, AlertPolicy alerts)
        implements Serializable {

    /** UTC, always open, the default readings, nothing promised. */
    public static final BrandPolicy DEFAULT = new BrandPolicy(
            ZoneOffset.UTC, BusinessCalendar.alwaysOpen(), Policies.DEFAULT, List.of(), AlertPolicy.DEFAULT);

    public BrandPolicy {
        sla = List.copyOf(sla);
    }

    BrandPolicy with(AlertPolicy otherAlerts) {
        return new BrandPolicy(zone, calendar, policies, sla, otherAlerts);
    }

    /** All that decides numbers, and nothing that decides only who is told. */
    String numbers() {
        return "%s %s %s %s".formatted(zone, calendar, policies, sla);
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
}
