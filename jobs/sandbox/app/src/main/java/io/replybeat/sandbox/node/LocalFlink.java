package io.replybeat.sandbox.node;

import java.nio.file.Path;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Gives a Flink cluster inside this process, with its web UI on 127.0.0.1; it lives as long as the job that it is given. */
public final class LocalFlink {
    private static final String HOST = "127.0.0.1";

    private LocalFlink() {}

    /**
     * An environment whose jobs run in this process.
     *
     * @param directory gets everything that Flink writes: checkpoints, shuffle files, blobs
     * @param port of the web UI, 0 for any free one
     * @param parallelism also the number of slots
     */
    public static StreamExecutionEnvironment environment(Path directory, int port, int parallelism) {
        Configuration settings = new Configuration();
        settings.set(RestOptions.ADDRESS, HOST);
        settings.set(RestOptions.BIND_ADDRESS, HOST);
        settings.set(RestOptions.PORT, port);
        settings.set(RestOptions.BIND_PORT, Integer.toString(port));
        settings.set(JobManagerOptions.BIND_HOST, HOST);
        settings.set(TaskManagerOptions.BIND_HOST, HOST);
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        // Reserved for RocksDB; the default takes 128 MiB a slot of the JVM's heap-less memory for nothing.
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
        settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        settings.set(
                BlobServerOptions.STORAGE_DIRECTORY, directory.resolve("blobs").toString());
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings);
        environment.setParallelism(parallelism);
        return environment;
    }
}
