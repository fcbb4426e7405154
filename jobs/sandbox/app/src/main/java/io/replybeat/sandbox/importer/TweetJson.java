package io.replybeat.sandbox.importer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What does the JSON of a tweet tell, as the network's interface gave it? What is null, missing or of another type is not told;
 * only the tweet's id, its time and its author's id must be there.
 */
record TweetJson(String id, Instant at, String authorId, JsonNode tweet) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPLACEMENT = 0xFFFD;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    static TweetJson read(byte[] json) throws BadRow {
        JsonNode tweet = parse(json);
        if (!tweet.isObject() || tweet.path("deleted").asBoolean()) {
            throw new BadRow("is no tweet, or a deleted one");
        }
        return new TweetJson(
                required(id(tweet, "id"), "id"),
                time(required(text(tweet, "created_at"), "created_at")),
                required(id(tweet.path("user"), "id"), "user.id"),
                tweet);
    }

    static JsonNode parse(byte[] json) throws BadRow {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BadRow(
                    at == null
                            ? "is not JSON"
                            : "is not JSON from line %d, column %d on".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new BadRow("is not JSON in UTF-8");
        }
    }

    /** The tweet it answers, or null. */
    String answers() {
        return id(tweet, "in_reply_to_status_id");
    }

    /** Empty where there is none; a long tweet's whole text. */
    String text() {
        String extended = text(tweet.path("extended_tweet"), "full_text");
        String full = extended != null ? extended : text(tweet, "full_text");
        String text = full != null ? full : text(tweet, "text");
        return text == null ? "" : text;
    }

    /** Or null: the network's "und" says that it does not know. */
    String language() {
        String language = text(tweet, "lang");
        return language == null || language.isBlank() || language.equals("und") ? null : language;
    }

    boolean isRepost() {
        return tweet.path("retweeted_status").isObject();
    }

    /** The number in the author's profile, or null. */
    Long number(String field) {
        JsonNode number = tweet.path("user").path(field);
        return number.canConvertToLong() && number.isNumber() && number.asLong() >= 0 ? number.asLong() : null;
    }

    /** The switch in the author's profile, or null. */
    Boolean flag(String field) {
        JsonNode flag = tweet.path("user").path(field);
        return flag.isBoolean() ? flag.asBoolean() : null;
    }

    /** With its sign, or null. */
    String handle() {
        String name = text(tweet.path("user"), "screen_name");
        return name == null || name.isBlank() ? null : "@" + name;
    }

    /** When the author joined, or null. */
    Instant accountCreatedAt() {
        String created = text(tweet.path("user"), "created_at");
        try {
            return created == null ? null : time(created);
        } catch (BadRow unknown) {
            return null;
        }
    }

    /** As text if it is there in both forms: numbers of this length lose digits in some programs. */
    private static String id(JsonNode node, String field) {
        String text = text(node, field + "_str");
        if (text != null && !text.isBlank()) {
            return text;
        }
        JsonNode id = node.path(field);
        return id.isIntegralNumber() || id.isTextual() && !id.asText().isBlank() ? id.asText() : null;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? wellFormed(node.path(field).asText()) : null;
    }

    /** Half of a character, left where somebody cut a text, can be written by no program. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(each -> whole.appendCodePoint(isHalf(each) ? REPLACEMENT : each));
        return whole.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String required(String value, String field) throws BadRow {
        if (value == null || value.isBlank()) {
            throw new BadRow("has no " + field);
        }
        return value;
    }

    private static Instant time(String text) throws BadRow {
        try {
            return OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRow("created_at is not a time like Thu Jan 08 13:25:36 +0000 2015: " + BadRow.quoted(text));
        }
    }
}
