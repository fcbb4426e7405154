package io.replybeat.sandbox.importer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** One tweet of the file, as far as it can be read without the others. */
record TwcsRow(long id, String author, boolean inbound, long answers, Row row) {

    static final List<String> COLUMNS = List.of(
            "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    static TwcsRow of(Row row) throws BadRow {
        return new TwcsRow(row.number("tweet_id"), row.text("author_id"), inbound(row), answers(row), row);
    }

    /** The company that wrote it, or null: companies answer under their names, customers are numbers. */
    String company() {
        boolean named = !author.chars().allMatch(Character::isDigit);
        return !inbound && named ? author : null;
    }

    String text() {
        return row.optional("text");
    }

    Instant time() throws BadRow {
        String cell = row.text("created_at");
        try {
            return OffsetDateTime.parse(cell, TIME).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRow("created_at is not a time like Tue Oct 31 22:10:47 +0000 2017: " + BadRow.quoted(cell));
        }
    }

    private static boolean inbound(Row row) throws BadRow {
        String word = row.text("inbound");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRow("inbound is neither True nor False: " + BadRow.quoted(word));
        };
    }

    private static long answers(Row row) throws BadRow {
        String column = "in_response_to_tweet_id";
        return row.optional(column).isBlank() ? ReplyForest.NOBODY : row.number(column);
    }
}
