package io.replybeat.stream.pipeline;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.stream.alert.TimelyEvents;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * How do events become alerts?
 *
 * <pre>
 *   events ─▶ in time, in order ─▶ …
 *             key brand|conversation
 * </pre>
 *
 * Alerts are judgements of their moment (DEFINITIONS §2): all of them are made from the events that were there in time, so
 * they are the same for every order within the watermark's bound, every parallelism and every crash.
 */
final class AlertPipeline {

    static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, AlertCodec.CODEC);

    private AlertPipeline() {}

    static void wire(DataStream<Event> events, Outputs to, JobOptions options) {
        // events ─▶ those that came in time, in order
        SingleOutputStreamOperator<Event> timely = events.keyBy(
                        event -> DocumentId.of(event.brand(), event.conversationId()), Types.STRING)
                .transform(
                        OperatorIds.TIMELY_EVENTS.label(),
                        CodecType.of(Event.class, EventCodec.CODEC),
                        new TimelyEvents())
                .uid(OperatorIds.TIMELY_EVENTS.uid())
                .name(OperatorIds.TIMELY_EVENTS.label());
    }

    /** Alerts to their receivers and, as documents, to whoever keeps those. */
    private static void tell(DataStream<Alert> alerts, Outputs to) {
        to.alerts(alerts);
        to.documents(
                alerts.map(AlertPipeline::document, DocumentType.INSTANCE)
                        .uid(OperatorIds.ALERT_DOCUMENTS.uid())
                        .name(OperatorIds.ALERT_DOCUMENTS.label()),
                OperatorIds.ALERT_SINK);
    }

    private static Document document(Alert alert) {
        return new Document(Kind.ALERTS, alert.id(), alert.since(), alert);
    }
}
