package io.replybeat.sandbox.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka broker, its own controller, on 127.0.0.1 until standard input ends.
 *
 * <p>Arguments: directory, broker port, controller port. Prints {@code ready PORT} on standard output once a client can
 * produce; everything else goes to standard error. Standard input is the life line: it ends when the parent process
 * does, however that dies.
 */
public final class KafkaNode {
    /** One fixed id: a kept directory stays the same cluster. */
    private static final String CLUSTER_ID = "ncbX4xq8QxySbZ4nGmyUOg";

    private KafkaNode() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream parent = System.out;
        System.setOut(System.err);
        Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> {
            failure.printStackTrace();
            // Threads that started already would keep the process.
            Runtime.getRuntime().halt(1);
        });
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Properties settings = settings(directory, arguments[1], arguments[2]);
        format(directory, settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        parent.println("ready " + arguments[1]);
        System.in.transferTo(OutputStream.nullOutputStream());
        server.shutdown();
        // A thread that Kafka forgot must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static Properties settings(Path directory, String port, String controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", directory.resolve("logs").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // The cleaner's default buffer is 128 MiB, a third of this heap; no topic here is compacted at scale.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        return settings;
    }

    private static void format(Path directory, Properties settings) throws IOException {
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] format = {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()};
        if (StorageTool.execute(format, System.err) != 0) {
            throw new IOException("Cannot format " + directory);
        }
    }
}
