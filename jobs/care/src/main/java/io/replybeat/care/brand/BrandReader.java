package io.replybeat.care.brand;

import static io.replybeat.care.brand.BrandKey.ALERTS;
import static io.replybeat.care.brand.BrandKey.BOT_REPLY_ENDS_WAIT;
import static io.replybeat.care.brand.BrandKey.BUSINESS_HOURS;
import static io.replybeat.care.brand.BrandKey.CALLOUTS;
import static io.replybeat.care.brand.BrandKey.CLOCK;
import static io.replybeat.care.brand.BrandKey.FIRST_RESPONSE;
import static io.replybeat.care.brand.BrandKey.FIRST_RESPONSE_ANCHOR;
import static io.replybeat.care.brand.BrandKey.NEXT_REPLY;
import static io.replybeat.care.brand.BrandKey.POLICIES;
import static io.replybeat.care.brand.BrandKey.RESOLUTION;
import static io.replybeat.care.brand.BrandKey.SLA;
import static io.replybeat.care.brand.BrandKey.TIER;
import static io.replybeat.care.brand.BrandKey.TIME_ZONE;
import static io.replybeat.care.brand.BrandKey.TOPIC;
import static io.replybeat.care.brand.BrandKey.WAIT_STARTS_AT;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.DurationText;
import io.replybeat.care.config.Nearest;
import io.replybeat.care.config.Problems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the {@code brands} of a file strictly (DEFINITIONS §7): what it does not know it names, it guesses nothing. */
final class BrandReader {

    private final Problems problems = new Problems();

    Brands brands(ConfigTree tree) {
        Map<String, BrandPolicy> named = new TreeMap<>();
        problems.collect(tree::mapping, Map.<String, ConfigTree>of())
                .forEach((name, brand) -> named.put(name, brand(brand)));
        problems.raise();
        return new Brands(named);
    }

    private BrandPolicy brand(ConfigTree tree) {
        Section brand = Section.of(tree, "", problems);
        ZoneId zone = brand.read(TIME_ZONE, each -> each.as(BrandReader::zone), BrandPolicy.DEFAULT.zone());
        BusinessCalendar calendar = brand.read(
                BUSINESS_HOURS,
                each -> new CalendarReader(problems).calendar(each, zone),
                BusinessCalendar.alwaysOpen());
        return new BrandPolicy(
                zone,
                calendar,
                brand.read(POLICIES, this::policies, Policies.DEFAULT),
                brand.read(SLA, this::rules, List.of()),
                brand.read(ALERTS, each -> new AlertPolicyReader(problems).policy(each, zone), AlertPolicy.DEFAULT),
                brand.read(CALLOUTS, each -> new CalloutReader(problems).policy(each), CalloutPolicy.DEFAULT));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone; did you mean \"%s\"?"
                    .formatted(Nearest.to(text, ZoneId.getAvailableZoneIds())));
        }
    }

    private Policies policies(ConfigTree tree) {
        Section policies = Section.of(tree, POLICIES.word(), problems);
        Policies otherwise = Policies.DEFAULT;
        return new Policies(
                policies.read(WAIT_STARTS_AT, each -> each.constant(WaitStart.class), otherwise.waitStartsAt()),
                policies.read(BOT_REPLY_ENDS_WAIT, ConfigTree::bool, otherwise.botReplyEndsWait()),
                policies.read(
                        FIRST_RESPONSE_ANCHOR,
                        each -> each.constant(FirstResponseAnchor.class),
                        otherwise.firstResponseAnchor()));
    }

    private List<SlaRule> rules(ConfigTree tree) {
        List<SlaRule> rules = new ArrayList<>();
        for (ConfigTree each : tree.list()) {
            Section rule = Section.of(each, SLA.word(), problems);
            rules.add(new SlaRule(
                    rule.read(TIER, tier -> tier.as(BrandReader::tier), SlaRule.ANY_TIER),
                    rule.read(TOPIC, ConfigTree::text, null),
                    rule.read(CLOCK, clock -> clock.constant(SlaClock.class), SlaClock.CALENDAR),
                    rule.read(FIRST_RESPONSE, BrandReader::target, SlaRule.NONE),
                    rule.read(NEXT_REPLY, BrandReader::target, SlaRule.NONE),
                    rule.read(RESOLUTION, BrandReader::target, SlaRule.NONE)));
        }
        return rules;
    }

    private static int tier(String text) {
        if (!text.matches("[123]")) {
            throw new IllegalArgumentException(
                    "a tier is 1, 2 or 3; leave the key out for a rule that matches every one");
        }
        return Integer.parseInt(text);
    }

    private static long target(ConfigTree tree) {
        long target = tree.as(DurationText::parse).toMillis();
        if (target <= 0) {
            throw tree.error("a target is longer than nothing; leave the key out where nothing is promised");
        }
        return target;
    }
}
