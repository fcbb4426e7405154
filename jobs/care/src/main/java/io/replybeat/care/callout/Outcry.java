package io.replybeat.care.callout;

import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.document.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who has spoken up in one story, since when, and what has the brand answered?
 *
 * <p>Keeps {@value #MOST_CALLS} calls; what comes after them is counted as {@link #beyond} and prolongs the story, no more: so
 * a story of any size has a bounded state. Changes in place; instants are milliseconds.
 */
public final class Outcry {

    static final int MOST_CALLS = 500;
    private static final long MINUTE = 60_000;

    /** What was said. {@code answeredAt} is when a human agent first wrote into its conversation after it, or {@link Fields#NONE}. */
    public record Call(Sign sign, long answeredAt) {
        static Call unanswered(Sign sign) {
            return new Call(sign, Fields.NONE);
        }

        boolean isAnswered() {
            return answeredAt != Fields.NONE;
        }
    }

    /** How did it end? Append constants, never reorder them: state holds their places. */
    public enum End {
        NOT_YET,
        /** Nobody joined for long enough. */
        QUIET,
        /** The brand has answered. */
        ANSWERED,
        /** Resolved, or marked as in need of no reply. */
        CLOSED,
        /** The customer sounds better again. */
        BETTER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Rule rule;
    final String brand;
    final Subject subject;
    final long since;
    final long firedAt;
    final long threshold;

    final List<Call> calls = new ArrayList<>();
    final List<Sign> botAnswers = new ArrayList<>();
    long beyond;
    /** The topic it is led by, or null. */
    String lead;

    long lastAt;
    long updatedAt;
    End end = End.NOT_YET;
    int revision;
    Severity severity = Severity.WARNING;

    int toldCalls;
    int toldAnswers;

    Outcry(Rule rule, String brand, Subject subject, long since, long firedAt, long threshold) {
        this.rule = rule;
        this.brand = brand;
        this.subject = subject;
        this.since = since;
        this.firedAt = firedAt;
        this.threshold = threshold;
        this.lastAt = firedAt;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Sign> botAnswers() {
        return botAnswers;
    }

    /** Calls after the {@value #MOST_CALLS} that are kept. */
    public long beyond() {
        return beyond;
    }

    public End end() {
        return end;
    }

    public int authors() {
        Set<String> authors = new HashSet<>();
        calls.forEach(call -> authors.add(call.sign.authorId()));
        return authors.size();
    }

    /** Followers of all authors, as of their first call. */
    public long reach() {
        Set<String> authors = new HashSet<>();
        long reach = 0;
        for (Call call : calls) {
            if (authors.add(call.sign.authorId())) {
                reach += call.sign.followers();
            }
        }
        return reach;
    }

    public int answered() {
        return (int) calls.stream().filter(Call::isAnswered).count();
    }

    /** Of the calls, by first topic, the most frequent first. */
    public List<Map.Entry<String, Integer>> topics() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Call call : calls) {
            call.sign.topics().forEach(topic -> counts.merge(topic, 1, Integer::sum));
        }
        List<Map.Entry<String, Integer>> topics = new ArrayList<>(counts.entrySet());
        topics.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return topics;
    }

    /** The start of the minute with the most calls, the first of several. */
    public long peakAt() {
        Map<Long, Integer> minutes = new TreeMap<>();
        calls.forEach(call -> minutes.merge(Math.floorDiv(call.sign.since(), MINUTE) * MINUTE, 1, Integer::sum));
        return minutes.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(since);
    }

    Sign first() {
        return calls.get(0).sign();
    }

    Sign lastCall() {
        return calls.get(calls.size() - 1).sign();
    }

    /** Adds it if its author has not spoken yet and its words are new; otherwise it only goes on. */
    boolean hear(Sign sign) {
        lastAt = Math.max(lastAt, sign.at());
        if (calls.size() >= MOST_CALLS) {
            beyond++;
            return false;
        }
        for (Call call : calls) {
            if (!sign.isAnotherVoiceThan(call.sign())) {
                return false;
            }
        }
        calls.add(Call.unanswered(sign));
        return true;
    }

    /** Adds it whatever was said before. */
    void add(Call call) {
        lastAt = Math.max(lastAt, call.sign.at());
        if (calls.size() >= MOST_CALLS) {
            beyond++;
        } else {
            calls.add(call);
        }
    }

    /** Takes note of what the brand did, if it concerns a conversation of this story: whether it did. */
    boolean answer(Sign doing) {
        boolean concerns = false;
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.sign.conversationId().equals(doing.conversationId())
                    && !call.isAnswered()
                    && Sign.ORDER.compare(call.sign, doing) < 0) {
                concerns = true;
                if (doing.is(Kind.ANSWER)) {
                    calls.set(i, new Call(call.sign, doing.at()));
                }
            }
        }
        if (concerns && doing.is(Kind.BOT_ANSWER)) {
            if (botAnswers.size() >= MOST_CALLS
                    || botAnswers.stream()
                            .anyMatch(each -> each.conversationId().equals(doing.conversationId()))) {
                return false;
            }
            botAnswers.add(doing);
        }
        return concerns;
    }

    boolean isAnsweredWholly() {
        return beyond == 0 && calls.stream().allMatch(Call::isAnswered);
    }

    /** Whether it differs from what was told last by enough to be told again: by a fifth, so that a large story is told seldom. */
    boolean isNews() {
        return calls.size() >= toldCalls + Math.max(1, toldCalls / 5)
                || answered() >= toldAnswers + Math.max(1, toldAnswers / 5);
    }
}
