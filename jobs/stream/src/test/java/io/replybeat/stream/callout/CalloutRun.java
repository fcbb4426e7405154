package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Step;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.stream.alert.LetGo;
import io.replybeat.stream.alert.TimelyEvents;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs the real callout pipeline over arrivals in their order and tells every alert it raised. */
final class CalloutRun {

    /** An event that arrives, or none and the watermark that comes instead. */
    record Arriving(Event event, long watermark) {
        static Arriving of(Event event) {
            return new Arriving(event, Long.MIN_VALUE);
        }

        static Arriving upTo(long watermark) {
            return new Arriving(null, watermark);
        }
    }

    private int crashAfter = -1;
    private JobOptions options = JobOptions.defaults()
            .with(Options.STATE_BACKEND, StateBackend.HASHMAP)
            .with(Options.PARALLELISM, 1);

    CalloutRun with(Brands brands) {
        options = options.with(brands);
        return this;
    }

    CalloutRun on(StateBackend backend) {
        options = options.with(Options.STATE_BACKEND, backend);
        return this;
    }

    CalloutRun parallelism(int parallelism) {
        options = options.with(Options.PARALLELISM, parallelism);
        return this;
    }

    /** In event time up to {@code now}, and no further. */
    List<Alert> overAllUpTo(long now, List<Event> events) {
        List<Arriving> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(Arriving.of(event)));
        arrivals.add(Arriving.upTo(now));
        return over(arrivals);
    }

    /** The job fails once, after so many arrivals, when checkpoints were completed; what follows the last one comes again. */
    CalloutRun crashAfter(int arrivals) {
        crashAfter = arrivals;
        return this;
    }

    List<Alert> over(List<Arriving> arrivals) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(restartsOnce());
        JobEnvironment.configure(env, options);
        Kept<Alert> raised = new Kept<>();
        DataStream<Arriving> source =
                crashAfter < 0 ? source(env, arrivals) : crashing(env, arrivals, new CrashOnce(crashAfter));
        CalloutPipeline.wire(timely(source), new Nowhere(), options)
                .sinkTo(raised)
                .uid("raised");
        run(env);
        return raised.taken();
    }

    /** Keeps what comes, in its order; found by its number, because the sinks that Flink runs are copies. */
    static final class Kept<T> implements Sink<T> {
        private static final long serialVersionUID = 1;
        private static final Map<Integer, List<Object>> ALL = new ConcurrentHashMap<>();
        private static final Map<Integer, CountDownLatch> FIRST = new ConcurrentHashMap<>();

        private final int number = ALL.size();

        Kept() {
            ALL.put(number, Collections.synchronizedList(new ArrayList<>()));
            FIRST.put(number, new CountDownLatch(1));
        }

        void awaitOne() throws InterruptedException {
            assertThat(FIRST.get(number).await(1, TimeUnit.MINUTES)).isTrue();
        }

        @SuppressWarnings("unchecked")
        List<T> taken() {
            return (List<T>) List.copyOf(ALL.get(number));
        }

        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            List<Object> kept = ALL.get(number);
            return new SinkWriter<>() {
                @Override
                public void write(T one, Context context) {
                    kept.add(one);
                    FIRST.get(number).countDown();
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }

    private static DataStream<Arriving> crashing(
            StreamExecutionEnvironment env, List<Arriving> arrivals, CrashOnce crash) {
        env.enableCheckpointing(10);
        env.getCheckpointConfig().setMinPauseBetweenCheckpoints(0);
        return source(
                        env,
                        "arrivals",
                        arrivals,
                        arrivals.size(),
                        RateLimiterStrategy.perCheckpoint(Math.max(1, crash.after / 3)))
                .map(crash, CodecType.of(Arriving.class, ArrivingCodec.CODEC))
                .setParallelism(1)
                .uid("crash-once");
    }

    private static Configuration restartsOnce() {
        Configuration flink = new Configuration();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        return flink;
    }

    /** Found by its number, because the one that Flink runs is a copy. */
    private static final class CrashOnce implements MapFunction<Arriving, Arriving> {
        private static final long serialVersionUID = 1;
        private static final Set<Integer> CRASHED = ConcurrentHashMap.newKeySet();
        private static final AtomicInteger NUMBERS = new AtomicInteger();

        private final int number = NUMBERS.incrementAndGet();
        private final int after;
        private int seen;

        CrashOnce(int after) {
            this.after = after;
        }

        @Override
        public Arriving map(Arriving arriving) {
            if (++seen > after && CRASHED.add(number)) {
                throw new IllegalStateException("crash on purpose");
            }
            return arriving;
        }
    }

    static int crashes() {
        return CrashOnce.CRASHED.size();
    }

    /** The stories that one pattern finds, told by their signs' event ids. */
    List<List<String>> storiesUpTo(long now, CalloutPattern pattern, List<Event> events) {
        List<Arriving> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(Arriving.of(event)));
        arrivals.add(Arriving.upTo(now));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        JobEnvironment.configure(env, options);
        Kept<Step> found = new Kept<>();
        CalloutPipeline.stories(
                        CalloutPipeline.signs(timely(source(env, arrivals)), options.brands()),
                        pattern,
                        options.brands())
                .sinkTo(found)
                .uid("found");
        run(env);
        return found.taken().stream()
                .map(story -> story.signs().stream().map(Sign::eventId).toList())
                .toList();
    }

    private static void run(StreamExecutionEnvironment env) {
        try {
            env.execute("callouts");
        } catch (Exception failed) {
            throw new AssertionError("the run failed", failed);
        }
    }

    /** One task up to the shuffle, so that what is late there was late here. */
    static DataStream<Event> timely(DataStream<Arriving> arrivals) {
        CodecType<Event> type = CodecType.of(Event.class, EventCodec.CODEC);
        SingleOutputStreamOperator<LetGo> letGo = arrivals.filter(arrival -> arrival.event != null)
                .setParallelism(1)
                .uid("events")
                .map(Arriving::event, type)
                .setParallelism(1)
                .uid("event")
                .keyBy(ConversationKey::idOf, Types.STRING)
                .transform("timely", LetGo.TYPE, new TimelyEvents())
                .uid(OperatorIds.TIMELY_EVENTS.uid());
        return LetGo.inTime(letGo, OperatorIds.IN_TIME.uid());
    }

    static DataStream<Arriving> source(StreamExecutionEnvironment env, List<Arriving> arrivals) {
        return source(env, "arrivals", arrivals, arrivals.size(), RateLimiterStrategy.noOp());
    }

    /** @param elements more than there are arrivals repeat the last one */
    static DataStream<Arriving> source(
            StreamExecutionEnvironment env,
            String uid,
            List<Arriving> arrivals,
            long elements,
            RateLimiterStrategy<?> pace) {
        List<byte[]> copy = new ArrayList<>();
        for (Arriving arrival : arrivals) {
            copy.add(encode(arrival));
        }
        DataGeneratorSource<Arriving> source = new DataGeneratorSource<>(
                index -> decode(copy.get((int) Math.min(index, copy.size() - 1))),
                elements,
                pace,
                CodecType.of(Arriving.class, ArrivingCodec.CODEC));
        return env.fromSource(source, WatermarkStrategy.forGenerator(context -> new AsTold()), "arrivals")
                .setParallelism(1)
                .uid(uid);
    }

    private static byte[] encode(Arriving arrival) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ArrivingCodec.CODEC.write(arrival, new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Arriving decode(byte[] bytes) throws IOException {
        return ArrivingCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static final class AsTold implements WatermarkGenerator<Arriving> {
        @Override
        public void onEvent(Arriving arrival, long timestamp, WatermarkOutput output) {
            if (arrival.event == null) {
                output.emitWatermark(new Watermark(arrival.watermark));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    enum ArrivingCodec implements Codec<Arriving> {
        CODEC;

        @Override
        public void write(Arriving arrival, DataOutput out) throws IOException {
            out.writeBoolean(arrival.event != null);
            if (arrival.event != null) {
                EventCodec.CODEC.write(arrival.event, out);
            } else {
                out.writeLong(arrival.watermark);
            }
        }

        @Override
        public Arriving read(DataInput in) throws IOException {
            return in.readBoolean() ? Arriving.of(EventCodec.CODEC.read(in)) : Arriving.upTo(in.readLong());
        }
    }

    private static final class Nowhere implements Outputs {
        @Override
        public void documents(DataStream<Document> documents, OperatorIds sink) {
            documents.sinkTo(new DiscardingSink<>()).uid(sink.uid());
        }

        @Override
        public void alerts(DataStream<Alert> alerts) {}

        @Override
        public void deadLetters(DataStream<Rejection> rejected) {}
    }
}
