package io.replybeat.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads records in Avro single-object encoding: C3 01, fingerprint of the writer's schema, body.
 *
 * <p>Reads what any released version wrote. Whatever the bytes are, {@link #decode} answers with a record or an {@link
 * UnreadableRecord} and allocates no more than a small multiple of their length. Confined to one thread.
 */
public final class SingleObject<T extends SpecificRecord> {

    private final BinaryMessageEncoder<T> encoder;
    private final Map<Long, DatumReader<T>> readers = new HashMap<>();
    private final BoundedDecoder decoder = new BoundedDecoder();
    private long lastFingerprint;
    private DatumReader<T> lastReader;

    private SingleObject(Class<T> type, List<Schema> released) {
        SpecificData model = modelOf(type);
        Schema current = model.getSchema(type);
        this.encoder = new BinaryMessageEncoder<>(model, current);
        for (Schema version : released) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(version),
                    new SpecificDatumReader<>(version, current, model));
        }
    }

    public static SingleObject<CareEvent> ofCareEvents() {
        return of(CareEvent.class);
    }

    public static SingleObject<DeadLetter> ofDeadLetters() {
        return of(DeadLetter.class);
    }

    public static SingleObject<UndeliverableDocument> ofUndeliverableDocuments() {
        return of(UndeliverableDocument.class);
    }

    public static SingleObject<Alert> ofAlerts() {
        return of(Alert.class);
    }

    static <T extends SpecificRecord> SingleObject<T> of(Class<T> type) {
        return new SingleObject<>(type, Released.versionsOf(type.getSimpleName()));
    }

    public byte[] encode(T record) {
        try {
            ByteBuffer encoded = encoder.encode(record);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** @param bytes a whole record; null and empty are unreadable */
    public T decode(byte[] bytes) throws UnreadableRecord {
        Framing framing = Framing.of(bytes);
        if (framing != Framing.SINGLE_OBJECT) {
            throw new UnreadableRecord(false, framing.hint());
        }
        if (bytes.length < Framing.HEADER_BYTES) {
            throw new UnreadableRecord(false, "it ends inside its header; send the event again, whole");
        }
        DatumReader<T> reader = readerFor(Framing.fingerprint(bytes));
        decoder.reset(bytes, Framing.HEADER_BYTES);
        T record = read(reader);
        if (decoder.left() > 0) {
            throw new UnreadableRecord(false, decoder.left() + " bytes follow the record; send one event a message");
        }
        return record;
    }

    private DatumReader<T> readerFor(long fingerprint) throws UnreadableRecord {
        if (lastReader == null || lastFingerprint != fingerprint) {
            DatumReader<T> reader = readers.get(fingerprint);
            if (reader == null) {
                throw new UnreadableRecord(
                        true,
                        "no released schema has the fingerprint %016x; upgrade Replybeat, or write with a schema of its"
                                        .formatted(fingerprint)
                                + " schemas/ folder");
            }
            lastFingerprint = fingerprint;
            lastReader = reader;
        }
        return lastReader;
    }

    /** Avro reports damaged bytes by many exceptions, of index and cast among them; to the sender they are one. */
    private T read(DatumReader<T> reader) throws UnreadableRecord {
        try {
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecord(
                    false, "the body is damaged (" + e.getMessage() + "); send the event again, whole");
        }
    }

    /** The type's own model, but finding classes where the type was loaded: Flink loads jobs apart from their libraries. */
    private static SpecificData modelOf(Class<?> type) {
        SpecificData model = new SpecificData(type.getClassLoader());
        for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
            model.addLogicalTypeConversion(conversion);
        }
        return model;
    }
}
