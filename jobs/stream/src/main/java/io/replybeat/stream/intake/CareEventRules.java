package io.replybeat.stream.intake;

import io.replybeat.care.codec.Names;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.BotHandoff;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What must hold of a record to be a care event? All rules of the envelope, wherever the record came from.
 *
 * <p>What can be done without is taken as absent when blank; what is required and blank is missing.
 */
final class CareEventRules {

    /** Before it lie only mistakes: the seconds of today taken for milliseconds are January 1970. */
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Limits limits;
    private final LongSupplier clock;
    private final PayloadRules payloads;

    CareEventRules(Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
        this.payloads = new PayloadRules(limits);
    }

    Event check(CareEvent record) throws Refusal {
        String eventId = NameRule.required("event_id", record.getEventId());
        String brand = Names.shared(NameRule.required("brand", record.getBrand()));
        String conversationId = NameRule.required("conversation_id", record.getConversationId());
        String network = Names.shared(NameRule.required("network", record.getNetwork()));
        long occurredAt = occurredAt(record.getOccurredAt());
        if (record.getRevision() < 0) {
            throw Refusal.badValue("revision", "revision is " + record.getRevision() + "; count from 0");
        }
        return new Event(
                eventId,
                record.getRevision(),
                brand,
                conversationId,
                network,
                occurredAt,
                ingestedAt(record.getIngestedAt()),
                record.getSequence(),
                payload(record.getPayload()));
    }

    private long occurredAt(Instant time) throws Refusal {
        if (time == null) {
            throw Refusal.missing("occurred_at");
        }
        if (time.isBefore(EARLIEST)) {
            throw Refusal.badValue(
                    "occurred_at", "occurred_at is " + time + "; send milliseconds since 1970 UTC, not seconds");
        }
        long millis = time.toEpochMilli();
        if (millis > latest()) {
            throw new Refusal(
                    Reason.IN_THE_FUTURE,
                    "occurred_at",
                    "occurred_at is " + time + ", more than " + limits.ahead().toMinutes()
                            + " min ahead of the clock; set the sender's clock and resend");
        }
        return millis;
    }

    /**
     * One that cannot be true is taken as absent, the event itself is good. The clock is not asked: it decides between two
     * events of one id and revision, which must not depend on when they are read.
     */
    private static long ingestedAt(Instant time) {
        boolean plausible = time != null && !time.isBefore(EARLIEST) && time.isBefore(LATEST);
        return plausible ? time.toEpochMilli() : Event.UNKNOWN;
    }

    private long latest() {
        return clock.getAsLong() + limits.ahead().toMillis();
    }

    private Payload payload(Object payload) throws Refusal {
        if (payload instanceof Message message) {
            return payloads.message(message);
        }
        if (payload instanceof StatusChange change) {
            return payloads.statusChange(change);
        }
        if (payload instanceof Assignment assignment) {
            return payloads.assignment(assignment);
        }
        if (payload instanceof Tagging tagging) {
            return payloads.tagging(tagging);
        }
        if (payload instanceof BotHandoff) {
            return new Payload.BotHandoff();
        }
        throw Refusal.missing("type");
    }
}
