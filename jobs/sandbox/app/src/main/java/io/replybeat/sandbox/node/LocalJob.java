package io.replybeat.sandbox.node;

import io.replybeat.stream.ReplybeatJob;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.pipeline.JobEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job on a Flink cluster inside this process, with its web UI on 127.0.0.1, until closed. */
public final class LocalJob implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int DEFAULT_PARALLELISM = 2;

    /** A cluster that does not cancel in time ends with the process all the same. */
    private static final long CANCELLED_WITHIN_MS = 1_500;

    private final JobClient job;
    private final URI webUi;
    private final Optional<URI> metrics;
    private volatile boolean closed;

    private LocalJob(JobClient job, URI webUi, Optional<URI> metrics) {
        this.job = job;
        this.webUi = webUi;
        this.metrics = metrics;
    }

    /**
     * Submits the job, which goes on from the latest checkpoint in the directory, and returns once it is accepted.
     *
     * @param directory gets everything that Flink writes: checkpoints, shuffle files, blobs
     * @param port of the web UI, 0 for any free one
     * @param metricsPort where Prometheus may read Flink's metrics, on every interface, 0 for any free one; empty for nowhere
     * @throws CannotStart when Flink does not take the job
     */
    public static LocalJob start(Path directory, int port, OptionalInt metricsPort, JobOptions options) {
        int listening = Ports.orFree(port);
        int parallelism = options.get(Options.PARALLELISM) > 0 ? options.get(Options.PARALLELISM) : DEFAULT_PARALLELISM;
        Configuration cluster = cluster(directory, listening, parallelism);
        Optional<URI> metrics = metricsPort.stream()
                .map(Ports::orFree)
                .mapToObj(free -> reportTo(free, cluster))
                .findAny();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(cluster);
        env.setParallelism(parallelism);
        JobEnvironment.configure(env, options);
        env.enableCheckpointing(options.get(Options.CHECKPOINT_INTERVAL).toMillis());
        ReplybeatJob.wire(env, options);
        try {
            return new LocalJob(
                    env.executeAsync(ReplybeatJob.NAME), URI.create("http://" + HOST + ":" + listening), metrics);
        } catch (Exception e) {
            throw new CannotStart("Flink did not take the job", e);
        }
    }

    /** Without metrics. */
    public static LocalJob start(Path directory, int port, JobOptions options) {
        return start(directory, port, OptionalInt.empty(), options);
    }

    /** Where Prometheus reads the job's metrics, if it may. */
    public Optional<URI> metrics() {
        return metrics;
    }

    public URI webUi() {
        return webUi;
    }

    /** Completes when the job runs no more, exceptionally when it failed rather than was closed. */
    public CompletableFuture<Void> ended() {
        return job.getJobExecutionResult().handle((result, failure) -> {
            if (failure != null && !closed) {
                throw new CompletionException(failure);
            }
            return null;
        });
    }

    @Override
    public void close() {
        closed = true;
        job.cancel()
                .completeOnTimeout(null, CANCELLED_WITHIN_MS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static Configuration cluster(Path directory, int port, int slots) {
        Configuration settings = new Configuration();
        settings.set(RestOptions.ADDRESS, HOST);
        settings.set(RestOptions.BIND_ADDRESS, HOST);
        settings.set(RestOptions.PORT, port);
        settings.set(RestOptions.BIND_PORT, Integer.toString(port));
        settings.set(JobManagerOptions.BIND_HOST, HOST);
        settings.set(TaskManagerOptions.BIND_HOST, HOST);
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
        // For RocksDB alone; beside it Kafka and Elasticsearch need their memory, too.
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        settings.set(
                BlobServerOptions.STORAGE_DIRECTORY, directory.resolve("blobs").toString());
        Path checkpoints = directory.resolve("checkpoints");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        LatestCheckpoint.in(checkpoints).ifPresent(latest -> {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, latest.toUri().toString());
            settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
        return settings;
    }

    private static URI reportTo(int port, Configuration settings) {
        settings.setString("metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
        settings.setString("metrics.reporter.prom.port", Integer.toString(port));
        return URI.create("http://" + HOST + ":" + port + "/metrics");
    }
}
