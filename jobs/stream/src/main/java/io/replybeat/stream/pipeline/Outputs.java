package io.replybeat.stream.pipeline;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.intake.Rejection;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where do results go: to Elasticsearch and Kafka in a live job, to files in a backfill, to a list in a test. */
public interface Outputs {

    /**
     * Keeps the documents under {@code sink}'s id, with the parallelism they come with: one id, one writer. A writer encodes
     * a document when it gets it; a moment later the same body may say something newer.
     */
    void documents(DataStream<Document> documents, OperatorIds sink);

    /** Tells people of alerts; their documents come by {@link #documents}. */
    void alerts(DataStream<Alert> alerts);

    /** Keeps rejected records with their original bytes. */
    void deadLetters(DataStream<Rejection> rejected);
}
