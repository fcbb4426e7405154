package io.replybeat.bench;

import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.pipeline.CarePipeline;
import io.replybeat.stream.pipeline.OperatorIds;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * What does each layer add to reading Kafka?
 *
 * <pre>
 *   L2  Kafka ─▶ decode ─▶ discard
 *   L3  Kafka ─▶ decode ─▶ keyBy conversation ─▶ discard
 *   L4  Kafka ─▶ decode ─▶ CarePipeline that takes messages as they are ─▶ discard
 *   L5  Kafka ─▶ decode ─▶ CarePipeline that reads them: language, sentiment, topic, author ─▶ discard
 *   L6  Kafka ─▶ decode ─▶ CarePipeline that reads them and watches for alerts, as it is by default ─▶ discard
 * </pre>
 *
 * L3 is the least that anything stateful costs on Flink, so L4 / L3 is the share of the possible that is reached; L5 / L4
 * is what reading messages leaves of it, L6 / L5 what watching leaves of that.
 */
enum Layer {
    L2 {
        @Override
        void wire(DataStream<Arrival> arrivals, JobOptions options) {
            Discard.discard(events(arrivals), "events");
        }
    },
    L3 {
        @Override
        void wire(DataStream<Arrival> arrivals, JobOptions options) {
            Discard.discard(
                    events(arrivals)
                            .keyBy(event -> DocumentId.of(event.brand(), event.conversationId()), Types.STRING)
                            .map(event -> event, EVENT)
                            .uid("nothing"),
                    "events");
        }
    },
    L4 {
        @Override
        void wire(DataStream<Arrival> arrivals, JobOptions options) {
            pipeline(arrivals, options, false, false);
        }
    },
    L5 {
        @Override
        void wire(DataStream<Arrival> arrivals, JobOptions options) {
            pipeline(arrivals, options, true, false);
        }
    },
    L6 {
        @Override
        void wire(DataStream<Arrival> arrivals, JobOptions options) {
            pipeline(arrivals, options, true, true);
        }
    };

    private static final CodecType<Event> EVENT = CodecType.of(Event.class, EventCodec.CODEC);

    abstract void wire(DataStream<Arrival> arrivals, JobOptions options);

    /** Reads the topic of the options as far as it is filled. */
    Contestant over(JobOptions options) {
        return new Contestant(name(), options, (env, given) -> wire(arrivals(env, given), given));
    }

    /** All that the topic of the options holds by now, behind a {@link Meter}. */
    static DataStream<Arrival> arrivals(StreamExecutionEnvironment env, JobOptions options) {
        KafkaEdges kafka = new KafkaEdges(options);
        return env.fromSource(kafka.careEventsUntilNow(), kafka.eventTime(), OperatorIds.CARE_EVENTS.label())
                .uid(OperatorIds.CARE_EVENTS.uid())
                .map(new Meter<>())
                .returns(CodecType.of(Arrival.class, ArrivalCodec.CODEC))
                .uid("meter");
    }

    private static void pipeline(
            DataStream<Arrival> arrivals, JobOptions options, boolean readsMessages, boolean watches) {
        CarePipeline.wire(
                arrivals,
                new Discard(),
                options.with(Options.ENRICHMENT_ENABLED, readsMessages).with(Options.ALERTS_ENABLED, watches));
    }

    private static DataStream<Event> events(DataStream<Arrival> arrivals) {
        return arrivals.flatMap(Layer::accepted, EVENT).uid("accepted");
    }

    private static void accepted(Arrival arrival, Collector<Event> out) {
        if (arrival instanceof Arrival.Accepted accepted) {
            out.collect(accepted.event());
        }
    }
}
