package io.replybeat.stream.pipeline;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Documents to Elasticsearch, rejected records to the dead-letter topic. */
public final class LiveOutputs implements Outputs {

    private final KafkaEdges kafka;
    private final JobOptions options;

    public LiveOutputs(KafkaEdges kafka, JobOptions options) {
        this.kafka = kafka;
        this.options = options;
    }

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        documents
                .sinkTo(new ElasticsearchSink(ElasticsearchOptions.of(options), kafka.undeliverable()))
                .uid(sink.uid())
                .name(sink.label());
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {}

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {
        rejected.sinkTo(kafka.deadLetters()).uid(OperatorIds.DEAD_LETTERS.uid()).name(OperatorIds.DEAD_LETTERS.label());
    }
}
