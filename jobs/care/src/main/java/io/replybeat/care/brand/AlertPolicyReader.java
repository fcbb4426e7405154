package io.replybeat.care.brand;

import static io.replybeat.care.brand.BrandKey.ALERTS;
import static io.replybeat.care.brand.BrandKey.ALL_CLEAR;
import static io.replybeat.care.brand.BrandKey.BUDGET_PER_WEEK;
import static io.replybeat.care.brand.BrandKey.COOL_DOWN;
import static io.replybeat.care.brand.BrandKey.FOR;
import static io.replybeat.care.brand.BrandKey.FROM;
import static io.replybeat.care.brand.BrandKey.MINIMUM_MESSAGES;
import static io.replybeat.care.brand.BrandKey.MUTE;
import static io.replybeat.care.brand.BrandKey.MUTE_WEEKLY;
import static io.replybeat.care.brand.BrandKey.RULES;
import static io.replybeat.care.brand.BrandKey.SLA_AT_RISK;
import static io.replybeat.care.brand.BrandKey.SLA_MINIMUM;
import static io.replybeat.care.brand.BrandKey.UNTIL;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.alert.Mute;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.calendar.CalendarVersion;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.DurationText;
import io.replybeat.care.config.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Reads {@code alerts}: when this brand wants to be told. */
record AlertPolicyReader(Problems problems) {

    AlertPolicy policy(ConfigTree tree, ZoneId zone) {
        Section alerts = Section.of(tree, ALERTS.word(), problems);
        AlertPolicy otherwise = AlertPolicy.DEFAULT;
        return new AlertPolicy(
                alerts.read(BUDGET_PER_WEEK, each -> each.as(AlertPolicyReader::aboveZero), otherwise.budgetPerWeek()),
                alerts.read(MINIMUM_MESSAGES, each -> each.as(AlertPolicyReader::whole), otherwise.minimumMessages()),
                alerts.read(FOR, each -> each.as(DurationText::parse), otherwise.forDuration()),
                alerts.read(ALL_CLEAR, each -> each.as(DurationText::parse), otherwise.allClear()),
                alerts.read(COOL_DOWN, each -> each.as(DurationText::parse), otherwise.coolDown()),
                alerts.read(SLA_AT_RISK, each -> each.as(AlertPolicyReader::share), otherwise.slaAtRisk()),
                alerts.read(SLA_MINIMUM, each -> each.as(AlertPolicyReader::whole), otherwise.slaMinimum()),
                alerts.read(MUTE, each -> mutes(each, zone), otherwise.mutes()));
    }

    private List<Mute> mutes(ConfigTree tree, ZoneId zone) {
        return tree.list().stream().map(each -> mute(each, zone)).toList();
    }

    private Mute mute(ConfigTree tree, ZoneId zone) {
        Section mute = Section.of(tree, MUTE.word(), problems);
        long from = mute.read(FROM, each -> each.as(AlertPolicyReader::instant), Long.MIN_VALUE);
        long until = mute.read(UNTIL, each -> each.as(AlertPolicyReader::instant), Long.MAX_VALUE);
        if (from >= until) {
            throw tree.error("it ends before it begins");
        }
        return new Mute(
                mute.read(MUTE_WEEKLY, each -> hours(each, zone), null),
                from,
                until,
                mute.read(
                        RULES,
                        each -> each.list().stream()
                                .map(rule -> rule.constant(Rule.class))
                                .toList(),
                        List.of()));
    }

    private BusinessCalendar hours(ConfigTree tree, ZoneId zone) {
        return BusinessCalendar.of(
                zone, List.of(CalendarVersion.of(null, new CalendarReader(problems).week(tree), List.of())));
    }

    private static double aboveZero(String text) {
        if (text.matches("\\d{1,6}(\\.\\d{1,6})?") && Double.parseDouble(text) > 0) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException("write a number above 0, such as 1 or 0.5");
    }

    private static int whole(String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("write a whole number, 0 or more");
    }

    private static double share(String text) {
        if (text.matches("\\d{1,2}(\\.\\d{1,3})?%") && !text.matches("0+(\\.0+)?%")) {
            return Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        }
        throw new IllegalArgumentException("write a percentage above 0% and below 100%, such as 80%");
    }

    private static long instant(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write an instant in UTC, such as 2026-03-04T10:00:00Z");
        }
    }
}
