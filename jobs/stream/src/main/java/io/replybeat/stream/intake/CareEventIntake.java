package io.replybeat.stream.intake;

import io.replybeat.schema.CareEvent;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Is this record a care event? Answers for any bytes, always with an {@link Arrival}, never with an exception.
 *
 * <p>The size is checked before anything is decoded, then the encoding, then the rules of {@link CareEventRules}. Confined to
 * one thread; about a microsecond for a message.
 */
public final class CareEventIntake {

    private static final byte[] NOTHING = {};

    private final Limits limits;
    private final CareEventRules rules;
    private final SingleObject<CareEvent> avro = SingleObject.ofCareEvents();
    private final CareEventJson json = new CareEventJson();

    /** @param clock the wall clock in milliseconds since 1970 UTC, which no event may be far ahead of */
    public CareEventIntake(Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.rules = new CareEventRules(limits, clock);
    }

    /** @param record the value of a Kafka record in Avro single-object encoding, or null where there is none */
    public Arrival fromAvro(byte[] record, Origin origin) {
        return arrival(this::decode, record, origin);
    }

    /** @param line one JSON object, as a line of a file in UTF-8 */
    public Arrival fromJson(byte[] line, Origin origin) {
        return arrival(json::read, line, origin);
    }

    public Arrival fromJson(String line, Origin origin) {
        return fromJson(line.getBytes(StandardCharsets.UTF_8), origin);
    }

    private Arrival arrival(Decoding decoding, byte[] value, Origin origin) {
        byte[] bytes = value == null ? NOTHING : value;
        try {
            checkSize(bytes);
            CareEvent record = decoding.of(bytes);
            return new Arrival.Accepted(rules.check(record), SaidRules.said(record));
        } catch (Refusal refusal) {
            return new Rejection(refusal.reason(), refusal.field(), refusal.getMessage(), origin, bytes);
        } catch (RuntimeException e) {
            // A fault of ours; the job goes on, and the record is kept to be found, mended and sent again.
            return new Rejection(
                    Reason.UNDECODABLE, null, "reading it failed: " + Quote.of(e.toString()), origin, bytes);
        }
    }

    private CareEvent decode(byte[] record) throws Refusal {
        try {
            return avro.decode(record);
        } catch (UnreadableRecord e) {
            Reason reason = e.isSchemaUnknown() ? Reason.UNKNOWN_SCHEMA : Reason.UNDECODABLE;
            throw new Refusal(reason, null, e.getMessage());
        }
    }

    private void checkSize(byte[] record) throws Refusal {
        if (record.length > limits.recordBytes()) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    null,
                    "the record has " + record.length + " bytes, a care event at most " + limits.recordBytes()
                            + "; cut its text before sending");
        }
    }

    private interface Decoding {
        CareEvent of(byte[] record) throws Refusal;
    }
}
