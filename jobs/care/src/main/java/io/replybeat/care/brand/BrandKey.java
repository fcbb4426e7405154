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
    CALLOUTS("", "sections", "the defaults below", "From when on callouts, snowballs and the like are worth an alert."),

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
    FOR("alerts", "duration", "0s", "For how long volume or sentiment must be unusual before it is told."),
    ALL_CLEAR("alerts", "duration", "15m", "For how long it must be usual again before the alert is resolved."),
    COOL_DOWN("alerts", "duration", "30m", "For how long after that volume, or sentiment, tells nothing new."),
    SLA_AT_RISK("alerts", "percentage", "80%", "After which part of a target's time it is at risk."),
    SLA_MINIMUM(
            "alerts",
            "whole number",
            "1",
            "So many answers of a tier must be at risk, or overdue, at once before it is told."),
    MUTE("alerts", "one or a list", "never", "When nobody wants to be called; alerts are kept all the same."),

    MUTE_WEEKLY(
            "weekly", "mute", "weekday to intervals", "every hour", "The silent hours of each weekday, in local time."),
    FROM("mute", "instant", "from always", "The first instant, such as `2026-12-24T12:00:00Z`."),
    UNTIL("mute", "instant", "for ever", "The end of it."),
    RULES("mute", "list of rules", "all rules", "For what nobody is called, such as `[volume_spike]`."),

    SURGE("callouts", "keys", "the defaults below", "Several weighty authors are negative in public at once."),
    SNOWBALL("callouts", "keys", "the defaults below", "A grave complaint (tier 3) waits, and others take it up."),
    IGNORED_INFLUENCER("callouts", "keys", "the defaults below", "A weighty author's negative post has no answer."),
    COOLING_FAILURE("callouts", "keys", "the defaults below", "A conversation gets worse with every exchange."),

    AUTHORS("callouts.surge", "2 to 100", "3", "So many different authors, each with words of his own."),
    WITHIN("callouts.surge", "duration", "10m", "The first and the last of them at most so far apart."),
    QUIET("callouts.surge", "duration", "10m", "The surge is over when no weighty author was negative for so long."),
    CRITICAL_REACH(
            "callouts.surge", "followers", "1000000", "Critical from so many followers of all authors together."),

    UNANSWERED("callouts.snowball", "duration", "30m", "So long the complaint has waited before it can grow."),
    CUSTOMERS(
            "callouts.snowball",
            "1 to 100",
            "5",
            "So many other customers, negative in public about the same topic; one weighty author is enough."),
    SNOWBALL_WITHIN(
            "within",
            "callouts.snowball",
            "duration",
            "1h",
            "So long after that; over when nobody joined for so long."),
    GROWTH(
            "callouts.snowball",
            "0 to 100",
            "2",
            "Others count beyond so many times the posts of as long a span before the complaint; 0 counts all."),

    AFTER("callouts.ignored_influencer", "duration", "30m", "So long after the post nobody has answered."),

    EXCHANGES(
            "callouts.cooling_failure", "3 to 100", "4", "So many exchanges in a row, each worse than the one before."),
    FALL(
            "callouts.cooling_failure",
            "0.01 to 2",
            "0.5",
            "So much worse than the first exchange the last one sounds, on the scale from -1 to 1; it is negative.");

    private final String word;
    private final String section;
    private final String writes;
    private final String otherwise;
    private final String sentence;

    BrandKey(String section, String writes, String otherwise, String sentence) {
        this(null, section, writes, otherwise, sentence);
    }

    /** @param word where another section has a key of the same name */
    BrandKey(String word, String section, String writes, String otherwise, String sentence) {
        this.word = word == null ? name().toLowerCase(Locale.ROOT) : word;
        this.section = section;
        this.writes = writes;
        this.otherwise = otherwise;
        this.sentence = sentence;
    }

    public String word() {
        return word;
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
