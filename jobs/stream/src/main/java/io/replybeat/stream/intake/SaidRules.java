package io.replybeat.stream.intake;

import io.replybeat.care.event.Event;
import io.replybeat.care.message.Said;
import io.replybeat.schema.Author;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import java.time.Instant;

/**
 * What of a record is for the eyes of people and the enrichment only? Nothing here can be wrong: what makes no sense is
 * taken as not told.
 */
final class SaidRules {

    private static final int REPLACEMENT = 0xFFFD;

    private SaidRules() {}

    static Said said(CareEvent record) {
        return record.getPayload() instanceof Message message
                ? new Said(text(message), blankToNull(message.getInReplyTo()), profile(message.getAuthor()))
                : Said.NOTHING;
    }

    private static String text(Message message) {
        return message.getText() == null ? "" : wellFormed(message.getText());
    }

    private static Said.Profile profile(Author author) {
        return new Said.Profile(
                blankToNull(author.getHandle()),
                count(author.getFollowers()),
                count(author.getFollowing()),
                author.getVerified(),
                author.getHasAvatar(),
                author.getIndustryPlayer(),
                instant(author.getAccountCreatedAt()));
    }

    private static Long count(Long number) {
        return number == null || number < 0 ? null : number;
    }

    /** A year that no index can hold would cost the whole document. */
    private static long instant(Instant time) {
        boolean plausible = time != null && time.isAfter(Instant.EPOCH) && time.isBefore(CareEventRules.LATEST);
        return plausible ? time.toEpochMilli() : Event.UNKNOWN;
    }

    /** Half a surrogate pair has no UTF-8 and would cost the document; in its place stands what a decoder puts there. */
    private static String wellFormed(String text) {
        if (!NameRule.hasHalfPair(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
        return whole.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String blankToNull(String name) {
        return name == null || name.isBlank() ? null : wellFormed(name);
    }
}
