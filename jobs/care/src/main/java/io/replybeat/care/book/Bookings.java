package io.replybeat.care.book;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Payload;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.Timing;
import java.time.Instant;
import java.time.zone.ZoneRules;

/**
 * On which instant is an entry booked, and on which counters (DEFINITIONS §5)?
 *
 * <p>Counts on the event; durations on the end of their interval; the parts of the reply rate on the moment the customer
 * began to wait; the cohort on the conversation's start; a service level on the due or met instant, the earlier. A
 * withdrawn entry is booked with the opposite sign at the very same place.
 */
public final class Bookings {

    private static final long HOUR = 3600;

    private final Brands brands;

    public Bookings(Brands brands) {
        this.brands = brands;
    }

    /** Books {@code entry} once ({@code sign} 1) or takes it back ({@code sign} −1). */
    public void book(Entry entry, int sign, Panes panes) {
        String brand = entry.conversation().brand();
        Attributes attributes = entry.attributes();
        if (entry instanceof MessageCounted message) {
            panes.book(brand, attributes, message.at(), summary -> message(message, sign, summary));
        } else if (entry instanceof WaitReceived wait) {
            panes.book(brand, attributes, wait.since(), summary -> {
                summary.count(Counter.WAITS_RECEIVED, sign);
                summary.count(outcome(wait.outcome()), sign);
            });
        } else if (entry instanceof ConversationOpened opened) {
            panes.book(brand, attributes, opened.startedAt(), summary -> {
                summary.count(Counter.CONVERSATIONS_OPENED, sign);
                summary.count(Counter.CONVERSATIONS_RESOLVED_NOW, opened.resolvedNow() ? sign : 0);
            });
        } else if (entry instanceof Fact fact) {
            fact(fact, sign, panes);
        }
    }

    /**
     * Names the place where a service level that runs here may have been booked as missed elsewhere: by a run before a
     * crash, in which event time had come further at the same event. Nothing is added, but what that run has left there is
     * written again.
     */
    public void revisit(Fact.Sla running, Panes panes) {
        panes.book(running.conversation().brand(), running.attributes(), running.dueAt(), summary -> {});
    }

    private void fact(Fact fact, int sign, Panes panes) {
        String brand = fact.conversation().brand();
        Attributes attributes = fact.attributes();
        if (fact instanceof Fact.Reply reply) {
            boolean human = reply.answeredBy() == Fact.By.HUMAN;
            panes.book(brand, attributes, reply.endedAt(), summary -> {
                summary.time(human ? Timing.REPLY_WAIT : Timing.BOT_REPLY_WAIT, reply.durations(), sign);
                boolean offHours = human && !reply.durations().inBusinessHours();
                summary.count(Counter.REPLIES_OFF_HOURS, offHours ? sign : 0);
            });
        } else if (fact instanceof Fact.FirstResponse response) {
            boolean sameDay = isSameDay(response, brands.of(brand).zone().getRules());
            panes.book(brand, attributes, response.endedAt(), summary -> response(response, sameDay, sign, summary));
        } else if (fact instanceof Fact.Resolution resolution) {
            panes.book(
                    brand,
                    attributes,
                    resolution.endedAt(),
                    summary -> summary.time(Timing.RESOLUTION_TIME, resolution.durations(), sign));
        } else if (fact instanceof Fact.Reopen reopen) {
            panes.book(
                    brand,
                    attributes,
                    reopen.endedAt(),
                    summary -> summary.count(Counter.CONVERSATIONS_REOPENED, sign));
        } else if (fact instanceof Fact.Sla sla && sla.outcome() != Fact.Sla.Outcome.RUNNING) {
            boolean met = sla.outcome() == Fact.Sla.Outcome.MET;
            long at = met ? sla.endedAt() : sla.dueAt();
            panes.book(brand, attributes, at, summary -> summary.count(outcome(sla.target(), met), sign));
        }
    }

    private static void message(MessageCounted message, int sign, Summary summary) {
        switch (message.kind()) {
            case IN_PUBLIC -> summary.count(Counter.MESSAGES_IN_PUBLIC, sign);
            case IN_DIRECT -> summary.count(Counter.MESSAGES_IN_DIRECT, sign);
            case IN_PUBLIC_REPOST -> {
                summary.count(Counter.MESSAGES_IN_PUBLIC, sign);
                summary.count(Counter.MESSAGES_IN_REPOSTS, sign);
            }
            case IN_DIRECT_REPOST -> {
                summary.count(Counter.MESSAGES_IN_DIRECT, sign);
                summary.count(Counter.MESSAGES_IN_REPOSTS, sign);
            }
            case OUT_AGENT -> summary.count(Counter.MESSAGES_OUT_AGENT, sign);
            case OUT_BOT -> summary.count(Counter.MESSAGES_OUT_BOT, sign);
            case OUT_AUTOMATION -> summary.count(Counter.MESSAGES_OUT_AUTOMATION, sign);
            case INTERNAL_NOTE -> summary.count(Counter.INTERNAL_NOTES, sign);
        }
        if (message.customer() != 0) {
            summary.customer(message.customer(), sign);
            heard(message.said(), sign, summary);
        } else if (message.kind() == MessageCounted.Kind.OUT_AGENT) {
            tally(Tally.SAVED_REPLIES, message.said().savedReplyId(), sign, summary);
        }
    }

    /** What a customer said: in which mood, about what, and who listens to them. */
    private static void heard(Payload.Message said, int sign, Summary summary) {
        if (said.sentiment() != null) {
            sentiment(said.sentiment(), said.repost(), sign, summary);
        }
        tally(Tally.QUICK_REPLIES, said.quickReplyId(), sign, summary);
        if (said.understood() != null && !said.repost()) {
            said.understood().topics().forEach(topic -> summary.tally(Tally.TOPICS, topic, sign));
            said.understood().subTopics().forEach(topic -> summary.tally(Tally.SUB_TOPICS, topic, sign));
            boolean weighty =
                    said.understood().reach().weight().isWeighty() && said.visibility() == Payload.Visibility.PUBLIC;
            summary.count(Counter.MESSAGES_IN_WEIGHTY, weighty ? sign : 0);
        }
    }

    private static void sentiment(Payload.Sentiment sentiment, boolean repost, int sign, Summary summary) {
        switch (sentiment.label()) {
            case NEGATIVE -> summary.count(repost ? Counter.REPOSTS_NEGATIVE : Counter.SENTIMENT_NEGATIVE, sign);
            case NEUTRAL -> summary.count(repost ? Counter.REPOSTS_NEUTRAL : Counter.SENTIMENT_NEUTRAL, sign);
            case POSITIVE -> summary.count(repost ? Counter.REPOSTS_POSITIVE : Counter.SENTIMENT_POSITIVE, sign);
        }
        if (!repost) {
            summary.count(Counter.SENTIMENT_SCORE_MILLIONTHS, sign * sentiment.scoreMillionths());
        }
    }

    private static void tally(Tally tally, String name, int sign, Summary summary) {
        if (name != null) {
            summary.tally(tally, name, sign);
        }
    }

    private static void response(Fact.FirstResponse response, boolean sameDay, int sign, Summary summary) {
        long seconds = response.durations().seconds();
        summary.time(Timing.FIRST_RESPONSE, response.durations(), sign);
        summary.count(Counter.FIRST_RESPONSES_WITHIN_1H, seconds <= HOUR ? sign : 0);
        summary.count(Counter.FIRST_RESPONSES_WITHIN_24H, seconds <= 24 * HOUR ? sign : 0);
        summary.count(Counter.FIRST_RESPONSES_SAME_DAY, sameDay ? sign : 0);
        boolean offHours = !response.durations().inBusinessHours();
        summary.count(Counter.FIRST_RESPONSES_OFF_HOURS, offHours ? sign : 0);
    }

    private static boolean isSameDay(Fact.FirstResponse response, ZoneRules zone) {
        return day(response.startedAt(), zone) == day(response.endedAt(), zone);
    }

    /** The local calendar day, counted from 1970. */
    private static long day(long instant, ZoneRules zone) {
        long second = Math.floorDiv(instant, 1000L);
        return Math.floorDiv(
                second + zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds(), 24 * HOUR);
    }

    private static Counter outcome(WaitReceived.Outcome outcome) {
        return switch (outcome) {
            case WAITING -> Counter.WAITS_WAITING;
            case ANSWERED -> Counter.WAITS_ANSWERED;
            case NO_REPLY_NEEDED -> Counter.WAITS_NO_REPLY_NEEDED;
            case UNANSWERED -> Counter.WAITS_UNANSWERED;
        };
    }

    private static Counter outcome(Fact.Sla.Target target, boolean met) {
        return switch (target) {
            case FIRST_RESPONSE -> met ? Counter.SLA_FIRST_RESPONSE_MET : Counter.SLA_FIRST_RESPONSE_BREACHED;
            case NEXT_REPLY -> met ? Counter.SLA_NEXT_REPLY_MET : Counter.SLA_NEXT_REPLY_BREACHED;
            case RESOLUTION -> met ? Counter.SLA_RESOLUTION_MET : Counter.SLA_RESOLUTION_BREACHED;
        };
    }
}
