package io.replybeat.stream.pipeline;

import static io.replybeat.stream.pipeline.OperatorIds.name;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.watch.BucketTally;
import io.replybeat.stream.alert.CountBuckets;
import io.replybeat.stream.alert.FollowTargets;
import io.replybeat.stream.alert.LetGo;
import io.replybeat.stream.alert.TimelyEvents;
import io.replybeat.stream.alert.WatchBrands;
import io.replybeat.stream.alert.WatchTargets;
import io.replybeat.stream.callout.CalloutPipeline;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * How do events become alerts?
 *
 * <pre>
 *   events ─▶ in time, in order ─┬▶ tallies a bucket ─▶ volume, sentiment ─┬▶ alerts ─▶ documents
 *             key conversation     │                    key brand            │    ╰──▶ receivers
 *                                  ├▶ what is owed ─────▶ service levels ────┤
 *                                  │                    key brand|tier       │
 *                                  ╰▶ callouts: CalloutPipeline ─────────────╯
 * </pre>
 *
 * Alerts are judgements of their moment (DEFINITIONS §2): all of them are made from the events that were there in time, so
 * they are the same for every order within the watermark's bound, every parallelism and every crash.
 */
final class AlertPipeline {

    private static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, AlertCodec.CODEC);

    private AlertPipeline() {}

    static void wire(DataStream<Event> events, Outputs to, JobOptions options) {
        // events ─▶ let go in order ─▶ those that came in time
        SingleOutputStreamOperator<LetGo> letGo = name(
                events.keyBy(ConversationKey::idOf, Types.STRING)
                        .transform(OperatorIds.TIMELY_EVENTS.label(), LetGo.TYPE, new TimelyEvents()),
                OperatorIds.TIMELY_EVENTS);
        SingleOutputStreamOperator<Event> timely =
                LetGo.inTime(letGo, OperatorIds.IN_TIME.uid()).name(OperatorIds.IN_TIME.label());

        tell(unusual(timely, options).union(overdue(letGo, options), CalloutPipeline.wire(timely, to, options)), to);
    }

    /** Tallies of buckets ─▶ alerts on volume and sentiment. */
    private static DataStream<Alert> unusual(DataStream<Event> timely, JobOptions options) {
        Duration bucket = options.get(Options.ALERTS_BUCKET);
        SingleOutputStreamOperator<BucketTally> tallies = name(
                timely.transform(
                        OperatorIds.COUNT_BUCKETS.label(),
                        CodecType.ofMutable(BucketTally.class, BucketTally.BucketTallyCodec.CODEC),
                        new CountBuckets(bucket)),
                OperatorIds.COUNT_BUCKETS);
        return name(
                tallies.keyBy(BucketTally::brand, Types.STRING)
                        .transform(OperatorIds.WATCH_BRANDS.label(), ALERT, new WatchBrands(options.brands(), bucket)),
                OperatorIds.WATCH_BRANDS);
    }

    /** What is owed to customers ─▶ alerts on service levels. */
    private static DataStream<Alert> overdue(DataStream<LetGo> letGo, JobOptions options) {
        SingleOutputStreamOperator<TargetChange> owed = name(
                DataStreamUtils.reinterpretAsKeyedStream(
                                letGo, each -> ConversationKey.idOf(each.event()), Types.STRING)
                        .process(
                                new FollowTargets(options.brands(), CarePipeline.remembrance(options)),
                                CodecType.of(TargetChange.class, TargetChange.TargetChangeCodec.CODEC)),
                OperatorIds.FOLLOW_TARGETS);
        return name(
                owed.keyBy(WatchTargets::key, Types.STRING)
                        .transform(OperatorIds.WATCH_TARGETS.label(), ALERT, new WatchTargets(options.brands())),
                OperatorIds.WATCH_TARGETS);
    }

    /** Alerts to their receivers and, as documents, to whoever keeps those. */
    private static void tell(DataStream<Alert> alerts, Outputs to) {
        to.alerts(alerts);
        to.documents(
                name(alerts.map(AlertPipeline::document, DocumentType.INSTANCE), OperatorIds.ALERT_DOCUMENTS),
                OperatorIds.ALERT_SINK);
    }

    private static Document document(Alert alert) {
        return new Document(Kind.ALERTS, alert.id(), alert.since(), alert);
    }
}
