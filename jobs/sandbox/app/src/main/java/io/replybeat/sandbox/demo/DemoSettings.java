package io.replybeat.sandbox.demo;

import io.replybeat.stream.options.JobOptions;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What the demo runs, where and how much of it.
 *
 * @param pagePort of the live page; this and the other ports: 0 for any free one
 * @param metricsPort where Prometheus may read the job's metrics; empty for nowhere
 * @param days of history that are played before it goes live
 * @param eventsPerMinute the mean over a week, all brands together
 * @param directory null for a temporary one
 * @param keep whether the directory outlives the demo
 * @param job the job's options; where its Kafka and Elasticsearch are is the demo's to say
 */
public record DemoSettings(
        int pagePort,
        int kafkaPort,
        int elasticsearchPort,
        int flinkPort,
        OptionalInt metricsPort,
        int days,
        double eventsPerMinute,
        Path directory,
        boolean keep,
        JobOptions job) {}
