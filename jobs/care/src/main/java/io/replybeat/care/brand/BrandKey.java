package io.replybeat.care.brand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which keys can be written under a brand, and what does each mean? The reader knows these and no other; the documentation
 * lists them.
 */
public enum BrandKey {
    TIME_ZONE("", "IANA zone", "UTC", "Where the brand's days begin and its business hours are meant."),
    BUSINESS_HOURS("", "one version or a list", "always open", "When the brand is open."),
    POLICIES("", "keys", "the defaults below", "How the brand reads the clocks where care products differ."),
    SLA(
            "",
            "list of rules",
            "no promises",
            "What the brand promises; the first rule that matches a conversation applies."),

    ALERTS("", "keys", "the defaults below", "When people want to be told."),

    EFFECTIVE_FROM(
            "business_hours",
            "date",
            "from always",
            "The first local day on which this version holds; before the first dated version every second is open."),
    WEEKLY(
            "business_hours",
            "weekday to intervals",
            "required",
            "The open intervals of each weekday (mon … sun) in local time; a day that is left out is closed."),
    HOLIDAYS("business_hours", "list of dates", "none", "Local days that are closed while this version is in force."),

    WAIT_STARTS_AT(
            "policies", "oldest, newest", "oldest", "Since which unanswered customer message the customer waits."),
    BOT_REPLY_ENDS_WAIT(
            "policies", "true, false", "true", "Whether a bot's reply ends the wait; it is never a first response."),
    FIRST_RESPONSE_ANCHOR(
            "policies",
            "first_message, last_handoff_or_reopen",
            "first_message",
            "From where the first response is measured."),

    TIER("sla", "1, 2, 3", "every conversation", "The tier of the conversations that this rule is for."),
    TOPIC("sla", "a topic", "whatever the topic", "The topic of the conversations that this rule is for."),
    CLOCK(
            "sla",
            "calendar, business, active_business",
            "calendar",
            "The clock of the targets: every second, the open ones, or the open ones without the paused stretches."),
    FIRST_RESPONSE("sla", "duration", "no target", "From the first customer message to the first human reply."),
    NEXT_REPLY("sla", "duration", "no target", "From the start of a wait to its end."),
    RESOLUTION("sla", "duration", "no target", "From the start of a conversation's cycle to its resolution."),

    BUDGET_PER_WEEK(
            "alerts",
            "number",
            "1",
            "How many alerts a week each slice (the brand, a network, a topic) may raise in the long run."),
    MINIMUM_MESSAGES(
            "alerts",
            "whole number",
            "10",
            "Fewer messages in a bucket of `alerts.bucket` raise no alert, however unusual they are."),
    FOR("alerts", "duration", "0s", "For how long something must be unusual before it is told."),
    ALL_CLEAR("alerts", "duration", "15m", "For how long it must be usual again before the alert is resolved."),
    COOL_DOWN("alerts", "duration", "30m", "For how long after that the same rule tells nothing new."),
    SLA_AT_RISK("alerts", "percentage", "80%", "After which part of a target's time it is at risk."),
    SLA_MINIMUM(
            "alerts",
            "whole number",
            "1",
            "So many answers of a tier must be at risk, or overdue, at once before it is told."),
    MUTE("alerts", "one or a list", "never", "When nobody wants to be called; alerts are kept all the same."),

    MUTE_WEEKLY("mute", "weekday to intervals", "every hour", "The silent hours of each weekday, in local time."),
    FROM("mute", "instant", "from always", "The first instant, such as `2026-12-24T12:00:00Z`."),
    UNTIL("mute", "instant", "for ever", "The end of it."),
    RULES("mute", "list of rules", "all rules", "For what nobody is called, such as `[volume_spike]`.");

    private final String section;
    private final String writes;
    private final String otherwise;
    private final String sentence;

    BrandKey(String section, String writes, String otherwise, String sentence) {
        this.section = section;
        this.writes = writes;
        this.otherwise = otherwise;
        this.sentence = sentence;
    }

    public String word() {
        return this == MUTE_WEEKLY ? WEEKLY.word() : name().toLowerCase(Locale.ROOT);
    }

    /** The key under which this one stands; empty for the brand's own keys. */
    public String section() {
        return section;
    }

    /** What can be written. */
    public String writes() {
        return writes;
    }

    /** What holds if it is left out. */
    public String otherwise() {
        return otherwise;
    }

    public String sentence() {
        return sentence;
    }

    static List<String> of(String section) {
        return Arrays.stream(values())
                .filter(key -> key.section.equals(section))
                .map(BrandKey::word)
                .toList();
    }
}
