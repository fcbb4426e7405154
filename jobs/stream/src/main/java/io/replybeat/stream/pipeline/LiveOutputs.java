package io.replybeat.stream.pipeline;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.receiver.Receiver;
import io.replybeat.stream.receiver.ReceiverSink;
import io.replybeat.stream.receiver.Receivers;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Documents to Elasticsearch, rejected records to the dead-letter topic, alerts to their topic and their receivers. */
public final class LiveOutputs implements Outputs {

    private final KafkaEdges kafka;
    private final JobOptions options;

    public LiveOutputs(KafkaEdges kafka, JobOptions options) {
        this.kafka = kafka;
        this.options = options;
    }

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        ElasticsearchSink elasticsearch =
                new ElasticsearchSink(ElasticsearchOptions.of(options), kafka.undeliverable());
        documents
                .sinkTo(
                        options.get(Options.ELASTICSEARCH_HEALTH)
                                ? elasticsearch.withHealth(sink.uid())
                                : elasticsearch)
                .uid(sink.uid())
                .name(sink.label());
    }

    /** Each receiver by a sink of its own, so that none waits for another; one that is not configured is not there. */
    @Override
    public void alerts(DataStream<Alert> alerts) {
        alerts.sinkTo(kafka.alerts()).uid(OperatorIds.ALERT_TOPIC.uid()).name(OperatorIds.ALERT_TOPIC.label());
        tell(Receivers.alertmanager(options), alerts, OperatorIds.ALERTMANAGER);
        tell(Receivers.slack(options), alerts, OperatorIds.SLACK);
        tell(Receivers.pagerDuty(options), alerts, OperatorIds.PAGERDUTY);
        tell(Receivers.webhook(options), alerts, OperatorIds.WEBHOOK);
    }

    private void tell(Optional<Receiver> receiver, DataStream<Alert> alerts, OperatorIds sink) {
        receiver.ifPresent(present -> alerts.sinkTo(new ReceiverSink(present, options, kafka.undeliverable()))
                .setParallelism(1)
                .uid(sink.uid())
                .name(sink.label()));
    }

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {
        rejected.sinkTo(kafka.deadLetters()).uid(OperatorIds.DEAD_LETTERS.uid()).name(OperatorIds.DEAD_LETTERS.label());
    }
}
