package io.replybeat.sandbox.demo;

import io.replybeat.sandbox.node.TopicEnds;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when the job has worked through all that was in the topic at the start of this: its checkpoints say how far it read,
 * and before each of them it writes all it knows.
 */
final class CaughtUp implements AutoCloseable {

    private static final long ASK_EVERY_MS = 1_000;

    private final Thread thread;

    private CaughtUp(JobOptions options, Runnable then) {
        thread = new Thread(() -> watch(options, then), "caught-up");
        thread.setDaemon(true);
    }

    static CaughtUp start(JobOptions options, Runnable then) {
        CaughtUp watch = new CaughtUp(options, then);
        watch.thread.start();
        return watch;
    }

    private static void watch(JobOptions options, Runnable then) {
        Map<String, Object> client = Map.of("bootstrap.servers", options.get(Options.KAFKA_BOOTSTRAP_SERVERS));
        try (Admin admin = Admin.create(client)) {
            Map<TopicPartition, Long> ends = TopicEnds.of(admin, options.get(Options.KAFKA_TOPIC));
            while (!isRead(ends, committed(admin, options.get(Options.KAFKA_GROUP_ID)))) {
                Thread.sleep(ASK_EVERY_MS);
            }
            then.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException brokerIsGone) {
            // The demo ends, or says itself what is wrong with the broker.
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static boolean isRead(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata read = committed.get(end.getKey());
            return end.getValue() == 0 || (read != null && read.offset() >= end.getValue());
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
