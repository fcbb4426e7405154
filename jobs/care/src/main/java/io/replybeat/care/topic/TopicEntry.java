package io.replybeat.care.topic;

/**
 * How grave is a topic or sub-topic of the taxonomy, and where does it stand?
 *
 * @param parent the entry of the topic as a whole; null in that entry itself
 * @param name of the topic, or of the sub-topic under its parent
 * @param tier 1 to 3; {@link #MUST_NOT_WAIT} for the class without one
 * @param place in the file, from 0
 */
record TopicEntry(TopicEntry parent, String name, int tier, int place) {

    static final int MUST_NOT_WAIT = 0;

    boolean mustNotWait() {
        return tier == MUST_NOT_WAIT;
    }

    /** The topic as a whole. */
    TopicEntry whole() {
        return parent == null ? this : parent;
    }

    String topic() {
        return whole().name;
    }

    String subTopic() {
        return parent == null ? null : name;
    }

    String path() {
        return parent == null ? name : parent.name + "/" + name;
    }

    /** The higher the graver: tier 3, must not wait, tier 2, tier 1. */
    int gravity() {
        return mustNotWait() ? 5 : 2 * tier;
    }
}
