package io.replybeat.care.clock;

/** Which topic did people give a conversation? A tag {@code topic:<name>} names it; the newest one counts. */
final class Topic {

    private static final String PREFIX = "topic:";

    private Topic() {}

    static String of(String tag, String current) {
        return tag.length() > PREFIX.length() && tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : current;
    }

    static String without(String tag, String current) {
        return tag.equals(PREFIX + current) ? null : current;
    }
}
