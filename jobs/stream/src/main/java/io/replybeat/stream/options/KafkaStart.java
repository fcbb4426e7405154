package io.replybeat.stream.options;

/** From where is the topic read when the job starts without a checkpoint? */
public enum KafkaStart {
    EARLIEST,
    LATEST,
    /** From the offsets that the group committed; from the earliest where it has none. */
    COMMITTED
}
