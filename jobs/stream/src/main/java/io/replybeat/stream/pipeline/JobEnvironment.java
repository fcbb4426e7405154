package io.replybeat.stream.pipeline;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How does Flink run the job: state, checkpoints, and the two switches that turn an oversight into an error at start. */
public final class JobEnvironment {

    private JobEnvironment() {}

    public static StreamExecutionEnvironment create(JobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        configure(env, options);
        env.enableCheckpointing(options.get(Options.CHECKPOINT_INTERVAL).toMillis(), CheckpointingMode.EXACTLY_ONCE);
        return env;
    }

    /** What every run has, the bounded ones included, which take no checkpoints. */
    public static void configure(StreamExecutionEnvironment env, JobOptions options) {
        env.configure(configuration(options));
        if (options.get(Options.PARALLELISM) > 0) {
            env.setParallelism(options.get(Options.PARALLELISM));
        }
    }

    private static Configuration configuration(JobOptions options) {
        Configuration flink = new Configuration();
        // A missing uid loses state at the next upgrade, a Kryo fall-back costs half the throughput: fail at start.
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        boolean rocksdb = options.get(Options.STATE_BACKEND) == StateBackend.ROCKSDB;
        flink.set(
                StateBackendOptions.STATE_BACKEND, rocksdb ? RocksDbExceptStories.Factory.class.getName() : "hashmap");
        flink.set(
                CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
                rocksdb && options.get(Options.STATE_ROCKSDB_INCREMENTAL));
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, options.get(Options.CHECKPOINT_UNALIGNED));
        // A checkpoint that fails now and then (storage away for a minute) must not restart a job that could go on.
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ofSeconds(1));
        options.find(Options.CHECKPOINT_DIRECTORY)
                .ifPresent(directory -> flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory));
        return flink;
    }
}
