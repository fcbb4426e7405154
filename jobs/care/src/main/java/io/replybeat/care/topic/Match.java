package io.replybeat.care.topic;

/**
 * Which words of a message spoke of a topic, and by which rule?
 *
 * @param topic such as {@code billing}
 * @param subTopic such as {@code double_charge}; null where the phrase stands for the topic as a whole
 * @param phrase as the user wrote it in the taxonomy
 * @param start of the words in the text, whole also where the phrase is a part of one; in UTF-16 characters
 * @param end the character after the last one
 */
public record Match(String topic, String subTopic, String phrase, int start, int end) {

    /** {@code billing/double_charge}, or the topic alone. */
    public String path() {
        return subTopic == null ? topic : topic + "/" + subTopic;
    }
}
