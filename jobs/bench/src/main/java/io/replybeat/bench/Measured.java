package io.replybeat.bench;

/**
 * What did one run take, from its first event to its end?
 *
 * @param cpuNanos of the whole process: tasks, garbage collection, compilation; not of the broker, which is another process
 */
record Measured(long events, long wallNanos, long cpuNanos) {

    double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }

    double cpuSecondsPerMillion() {
        return cpuNanos / 1e3 / events;
    }
}
