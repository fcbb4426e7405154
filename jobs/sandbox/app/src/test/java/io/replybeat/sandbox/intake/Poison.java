package io.replybeat.sandbox.intake;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Visibility;
import io.replybeat.stream.kafka.CareEventEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The ways in which a record goes bad, each with the reason it must be rejected for. */
enum Poison {
    TRUNCATED("undecodable") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
        }
    },
    RANDOM_BYTES("undecodable") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            bytes[0] = 0x7F; // never the marker by chance
            return bytes;
        }
    },
    NO_VALUE("undecodable") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return null;
        }
    },
    JSON("undecodable") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return "{\"event_id\":\"e1\",\"type\":\"message\"}".getBytes(StandardCharsets.UTF_8);
        }
    },
    WRONG_SCHEMA("unknown_schema") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            byte[] bytes = good.clone();
            ByteBuffer.wrap(bytes).putLong(2, random.nextLong());
            return bytes;
        }
    },
    MISSING_FIELD("missing_field") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return encoded(message("e", "", Instant.parse("2026-03-04T10:00:00Z"), "hi"));
        }
    },
    YEAR_2099("in_the_future") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return encoded(message("e", "acme", Instant.parse("2099-01-01T00:00:00Z"), "hi"));
        }
    },
    LONG_TEXT("too_large") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return encoded(message("e", "acme", Instant.parse("2026-03-04T10:00:00Z"), "x".repeat(70_000)));
        }
    },
    FIVE_MEGABYTES("too_large") {
        @Override
        byte[] spoil(byte[] good, Random random) {
            return encoded(message("e", "acme", Instant.parse("2026-03-04T10:00:00Z"), "x".repeat(5 << 20)));
        }
    };

    private final String reason;

    Poison(String reason) {
        this.reason = reason;
    }

    /** The code under which it must lie in the dead letters. */
    String reason() {
        return reason;
    }

    abstract byte[] spoil(byte[] good, Random random);

    static CareEvent message(String id, String brand, Instant occurredAt, String text) {
        Author author = new Author("u1", AuthorKind.CUSTOMER, null, null, null, null, null, null, null);
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                author,
                text,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null);
        return new CareEvent(id, 0, brand, "c" + id.hashCode() % 1_000, "x", occurredAt, null, 0L, message);
    }

    private static byte[] encoded(CareEvent event) {
        return new CareEventEncoder().value(event);
    }
}
