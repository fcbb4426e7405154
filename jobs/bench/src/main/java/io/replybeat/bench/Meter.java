package io.replybeat.bench;

import java.lang.management.ManagementFactory;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts what passes and notes when the first one did, so that the start of a job is not taken for its speed. */
final class Meter<T> extends RichMapFunction<T, T> {

    private static final long serialVersionUID = 1;
    private static final String EVENTS = "events";
    private static final String WALL = "wall nanos at the first event";
    private static final String CPU = "cpu nanos at the first event";

    private final LongCounter events = new LongCounter();
    private final LongMinimum wall = new LongMinimum();
    private final LongMinimum cpu = new LongMinimum();
    private boolean running;

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(EVENTS, events);
        getRuntimeContext().addAccumulator(WALL, wall);
        getRuntimeContext().addAccumulator(CPU, cpu);
    }

    @Override
    public T map(T value) {
        if (!running) {
            running = true;
            wall.add(System.nanoTime());
            cpu.add(cpuNanos());
        }
        events.add(1);
        return value;
    }

    /** To be called as soon as the job has ended. */
    static Measured of(JobExecutionResult job) {
        return new Measured(
                job.<Long>getAccumulatorResult(EVENTS),
                System.nanoTime() - job.<Long>getAccumulatorResult(WALL),
                cpuNanos() - job.<Long>getAccumulatorResult(CPU));
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
