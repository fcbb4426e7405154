package io.replybeat.stream;

import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.pipeline.CarePipeline;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.LiveOutputs;
import io.replybeat.stream.pipeline.OperatorIds;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The live job, for any Flink 2.2 cluster: care events from Kafka, results to Elasticsearch.
 *
 * <p>Options come from flags, the environment, a file ({@code --config}) and defaults, in this order; a wrong one ends the
 * program before anything is submitted.
 */
public final class ReplybeatJob {

    public static final String NAME = "replybeat";

    private ReplybeatJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, System.getenv());
        StreamExecutionEnvironment env = JobEnvironment.create(options);
        wire(env, options);
        env.execute(NAME);
    }

    /** Reads the topic, keeps the results; what lies between is {@link CarePipeline}. */
    public static void wire(StreamExecutionEnvironment env, JobOptions options) {
        KafkaEdges kafka = new KafkaEdges(options);
        CarePipeline.wire(
                env.fromSource(kafka.careEvents(), kafka.eventTime(), OperatorIds.CARE_EVENTS.label())
                        .uid(OperatorIds.CARE_EVENTS.uid()),
                new LiveOutputs(kafka, options),
                options);
    }
}
