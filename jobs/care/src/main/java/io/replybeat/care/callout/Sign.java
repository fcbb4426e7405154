package io.replybeat.care.callout;

import io.replybeat.care.event.Payload.AuthorWeight;
import java.util.Comparator;
import java.util.List;

/**
 * What is told of a conversation to those who watch for callouts: who spoke up, who was left waiting, what the brand did.
 *
 * <p>The few signs there are in many events, with the few fields that the stories ask for.
 *
 * @param eventId of the message it is about
 * @param at when it showed, in milliseconds: of what was left unanswered the end of the patience
 * @param sequence of the event; {@link #AFTER_ALL} of a span that has passed: the events of an instant come before its ends
 * @param since when the message it is about was written: the post that waits, the first message of an exchange
 * @param authorId the customer's, null where nobody knows
 * @param topics the first is what it is about; of the brand's doings those of the customer it answers
 * @param words equal for copies of one text, 0 where there is none
 * @param mood of an exchange, −1,000,000 to 1,000,000
 * @param moodBefore of the first exchange of the row
 * @param cause id of the event with which it showed: the reply that ends an exchange; null if it is the message itself
 * @param story the sign that the story began with, where one waits for it; else null
 */
public record Sign(
        Kind kind,
        String brand,
        String conversationId,
        String network,
        String eventId,
        long at,
        long sequence,
        long since,
        String authorId,
        AuthorWeight weight,
        long followers,
        List<String> topics,
        long words,
        long mood,
        long moodBefore,
        String cause,
        String story) {

    public static final long AFTER_ALL = Long.MAX_VALUE;

    /** By time, as in a timeline; the same wherever the signs come from. */
    public static final Comparator<Sign> ORDER = Comparator.comparingLong(Sign::at)
            .thenComparingLong(Sign::sequence)
            .thenComparing(Sign::shownBy)
            .thenComparing(Sign::conversationId)
            .thenComparing(Sign::kind);

    /** What showed? Append constants, never reorder them: state holds their places. */
    public enum Kind {
        /** A customer, not troll-like, was negative in public. */
        POST,
        /** A weighty author's post has had no answer for too long. */
        POST_LEFT,
        /** A grave complaint has had no answer for too long. */
        COMPLAINT_LEFT,
        /** A human agent wrote to the customer. */
        ANSWER,
        /** A bot did. */
        BOT_ANSWER,
        /** The conversation was resolved, or needs no reply. */
        CLOSED,
        /** An exchange ended after which the customer sounded worse and worse: the first of a row. */
        WORSE,
        /** An exchange ended in which the customer sounded worse than in the one before: the next of the row. */
        STILL_WORSE,
        /** The customer sounds better again. */
        BETTER
    }

    private String shownBy() {
        return cause == null ? eventId : cause;
    }

    /** Negative, public, of an author whose word weighs. */
    public boolean isCallout() {
        return kind == Kind.POST && weight.isWeighty();
    }

    public boolean isPost() {
        return kind == Kind.POST;
    }

    public boolean is(Kind one) {
        return kind == one;
    }

    /** What it is about, or null. */
    public String topic() {
        return topics.isEmpty() ? null : topics.get(0);
    }

    /** Another author with words of his own: the same author twice is one, and so is one text twice. */
    public boolean isAnotherVoiceThan(Sign other) {
        return !authorId.equals(other.authorId) && (words == 0 || words != other.words);
    }

    /** The bound itself included. */
    public boolean isWithin(long span, Sign first) {
        return at - first.at <= span;
    }

    /** Of what was left without an answer the post itself; only its place among the events of its instant is unknown. */
    public Sign post() {
        return new Sign(
                Kind.POST,
                brand,
                conversationId,
                network,
                eventId,
                since,
                sequence,
                since,
                authorId,
                weight,
                followers,
                topics,
                words,
                mood,
                moodBefore,
                null,
                story);
    }

    Sign ofStory(String first) {
        return new Sign(
                kind,
                brand,
                conversationId,
                network,
                eventId,
                at,
                sequence,
                since,
                authorId,
                weight,
                followers,
                topics,
                words,
                mood,
                moodBefore,
                cause,
                first);
    }
}
