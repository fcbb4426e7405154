package io.replybeat.stream.intake;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is too much for a care event?
 *
 * @param recordBytes a longer record is not even decoded
 * @param textBytes longest text of a message, in UTF-8
 * @param ahead how far ahead of the wall clock an event may say it happened
 */
public record Limits(int recordBytes, int textBytes, Duration ahead) implements Serializable {

    /** 1 MiB a record, 64 KiB of text, 10 minutes. */
    public static final Limits DEFAULT = new Limits(1 << 20, 64 << 10, Duration.ofMinutes(10));

    /** Longest name of anything (brand, conversation, agent, tag, …): two of them and a kind fit an Elasticsearch id of 512. */
    static final int NAME_BYTES = 200;

    /** Most tags of one event. */
    static final int TAGS = 250;
}
