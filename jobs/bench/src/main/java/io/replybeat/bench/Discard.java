package io.replybeat.bench;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Nowhere: results are made, but neither encoded nor kept. */
final class Discard implements Outputs {

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        discard(documents, sink.uid());
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {}

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {
        discard(rejected, OperatorIds.DEAD_LETTERS.uid());
    }

    static <T> void discard(DataStream<T> stream, String uid) {
        stream.sinkTo(new DiscardingSink<>()).uid(uid).name("Discard " + uid);
    }
}
