package io.replybeat.stream.elastic;

import io.replybeat.stream.document.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * Where does a document live: which index, under which id?
 *
 * <p>One index a kind and month of the event time in UTC, {@code replybeat-facts-2026.03}, behind the alias {@code
 * replybeat-facts}. Event time, never the wall clock: a document written again meets its former self.
 */
public final class IndexName {

    /** What Elasticsearch allows in bytes of UTF-8. */
    static final int MAX_ID_BYTES = 512;

    private static final int HASH_CHARS = 64;

    private IndexName() {}

    public static String of(String prefix, Kind kind, long at) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
        int month = day.getMonthValue();
        return prefix + "-" + kind.word() + "-" + day.getYear() + (month < 10 ? ".0" : ".") + month;
    }

    public static String alias(String prefix, Kind kind) {
        return prefix + "-" + kind.word();
    }

    /** The id as it is while it fits; else its readable beginning and the SHA-256 of the whole. */
    public static String id(String id) {
        if (id.length() * 3 <= MAX_ID_BYTES) {
            return id;
        }
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_ID_BYTES) {
            return id;
        }
        // The encoder stops before a character that does not fit, so none is cut in two.
        ByteBuffer room = ByteBuffer.allocate(MAX_ID_BYTES - HASH_CHARS - 1);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(id), room, true);
        return new String(room.array(), 0, room.position(), StandardCharsets.UTF_8) + "~" + sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
