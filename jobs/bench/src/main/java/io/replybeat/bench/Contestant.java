package io.replybeat.bench;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.pipeline.JobEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded job that is measured, in a cluster of its own inside this process. */
record Contestant(String name, JobOptions options, Wiring wiring) {

    /** Wires the whole job; its source is followed by a {@link Meter}. */
    @FunctionalInterface
    interface Wiring {
        void wire(StreamExecutionEnvironment env, JobOptions options);
    }

    StreamExecutionEnvironment wired() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(new Configuration());
        JobEnvironment.configure(env, options);
        wiring.wire(env, options);
        return env;
    }

    Measured run() {
        try {
            // The same heap for everyone: nobody pays for what the one before left behind.
            System.gc();
            return Meter.of(wired().execute(name));
        } catch (Exception e) {
            throw new IllegalStateException(name + " failed", e);
        }
    }
}
