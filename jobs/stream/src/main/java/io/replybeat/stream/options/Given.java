package io.replybeat.stream.options;

/**
 * What somebody wrote for an option, and where.
 *
 * @param source for people: {@code --kafka.topic}, {@code REPLYBEAT_KAFKA_TOPIC}, {@code replybeat.yaml:12}
 */
record Given(String text, String source) {}
