package io.replybeat.stream.pipeline;

import io.replybeat.care.event.Event;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the real pipeline over a list of arrivals, in their order, and tells what ends up on the shelf. */
final class PipelineRun {

    private static final CodecType<Arrival> ARRIVAL = CodecType.of(Arrival.class, ArrivalCodec.CODEC);

    private final String name;
    private JobOptions options = JobOptions.defaults()
            .with(Options.STATE_BACKEND, StateBackend.HASHMAP)
            .with(Options.WINDOWS_RETENTION, Duration.ofDays(500))
            .with(Options.CONVERSATION_MEMORY, Duration.ofDays(500))
            .with(Options.CONVERSATION_RETENTION, Duration.ofDays(500))
            .with(Options.OUTPUT_FLUSH_MAX_EVENTS, 7)
            .with(Options.PARALLELISM, 1);
    private int crashAfter = -1;
    private Duration patience = Duration.ZERO;

    PipelineRun(String name) {
        this.name = name;
    }

    PipelineRun parallelism(int parallelism) {
        options = options.with(Options.PARALLELISM, parallelism);
        return this;
    }

    PipelineRun with(UnaryOperator<JobOptions> change) {
        options = change.apply(options);
        return this;
    }

    /** Event time stays so far behind the latest event; without it, it claims after every event that nothing older will come. */
    PipelineRun patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** The job fails once, after so many arrivals, when checkpoints were completed; what follows the last one comes again. */
    PipelineRun crashAfter(int arrivals) {
        crashAfter = arrivals;
        return this;
    }

    /** Over events whose messages say what {@link Words} puts into their mouth. */
    Map<String, String> over(List<Event> events) {
        return overAccepted(events.stream()
                .map(event -> new Arrival.Accepted(event, Words.of(event)))
                .toList());
    }

    /** Everything on the shelf, by the word of its kind, its month and its id. */
    Map<String, String> overAccepted(List<Arrival.Accepted> arrivals) {
        try (Shelf shelf = new Shelf(name)) {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(restartsOnce());
            JobEnvironment.configure(env, options);
            DataStream<Arrival> source = crashAfter < 0 ? source(env, arrivals, null) : crashing(env, arrivals);
            CarePipeline.wire(partitioned(source), shelf, options);
            env.execute(name);
            return shelf.all();
        } catch (Exception failed) {
            throw new AssertionError(name, failed);
        }
    }

    private DataStream<Arrival> crashing(StreamExecutionEnvironment env, List<Arrival.Accepted> arrivals) {
        env.enableCheckpointing(10);
        env.getCheckpointConfig().setMinPauseBetweenCheckpoints(0);
        return source(env, arrivals, RateLimiterStrategy.perCheckpoint(Math.max(1, crashAfter / 3)))
                .map(new CrashOnce(name, crashAfter), ARRIVAL)
                .setParallelism(1)
                .uid("crash-once");
    }

    /**
     * As in Kafka, a conversation lies in one partition: its events keep their order on the way to the clock, and come in the
     * same order again after a crash. Without that a subtask that is slower for once would change it.
     */
    private static DataStream<Arrival> partitioned(DataStream<Arrival> arrivals) {
        return arrivals.partitionCustom(
                        (conversation, partitions) -> Math.floorMod(conversation.hashCode(), partitions),
                        PipelineRun::conversation)
                .map(arrival -> arrival, ARRIVAL)
                .uid("partition");
    }

    private static String conversation(Arrival arrival) {
        Event event = ((Arrival.Accepted) arrival).event();
        return event.brand() + "|" + event.conversationId();
    }

    private DataStream<Arrival> source(
            StreamExecutionEnvironment env, List<Arrival.Accepted> arrivals, RateLimiterStrategy<?> limit) {
        long behind = patience.toMillis();
        List<byte[]> copy = arrivals.stream().map(PipelineRun::encode).toList();
        DataGeneratorSource<Arrival> source = new DataGeneratorSource<>(
                index -> decode(copy.get(index.intValue())),
                copy.size(),
                limit == null ? RateLimiterStrategy.noOp() : limit,
                ARRIVAL);
        return env.fromSource(source, WatermarkStrategy.forGenerator(context -> new Behind(behind)), "arrivals")
                .setParallelism(1)
                .uid("arrivals");
    }

    private static byte[] encode(Arrival arrival) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ArrivalCodec.CODEC.write(arrival, new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Arrival decode(byte[] bytes) throws IOException {
        return ArrivalCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static Configuration restartsOnce() {
        Configuration flink = new Configuration();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        return flink;
    }

    private static final class Behind implements WatermarkGenerator<Arrival> {
        private final long behind;
        private long latest = Long.MIN_VALUE;

        Behind(long behind) {
            this.behind = behind;
        }

        @Override
        public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
            latest = Math.max(latest, ((Arrival.Accepted) arrival).event().occurredAt());
            output.emitWatermark(new Watermark(latest - (behind == 0 ? 0 : behind + 1)));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static final class CrashOnce implements MapFunction<Arrival, Arrival> {
        private static final long serialVersionUID = 1;
        private static final Set<String> CRASHED = ConcurrentHashMap.newKeySet();

        private final String run;
        private final int after;
        private int seen;

        CrashOnce(String run, int after) {
            this.run = run;
            this.after = after;
        }

        @Override
        public Arrival map(Arrival arrival) {
            if (++seen > after && CRASHED.add(run)) {
                throw new IllegalStateException("crash on purpose");
            }
            return arrival;
        }

        static boolean hasCrashed(String run) {
            return CRASHED.contains(run);
        }
    }

    boolean hasCrashed() {
        return CrashOnce.hasCrashed(name);
    }
}
