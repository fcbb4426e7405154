package io.replybeat.sandbox.backfill;

import io.replybeat.care.document.Fields;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.CarePipeline;
import io.replybeat.stream.pipeline.EndOfHistory;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FlinkException;

/**
 * What do the pipelines make of a history: the real ones, over files of events, into one file of documents a kind?
 *
 * <pre>
 *   files ─▶ lines ─▶ arrivals ─▶ end of history ─▶ CarePipeline ─▶ sorted runs ─▶ merge ─▶ KIND.jsonl
 * </pre>
 *
 * The documents are those of the live job once it has seen the same events (DEFINITIONS §2), sorted by id. A whole
 * history is at hand, so nothing in it is late, in whatever order the files hold it.
 */
public final class Backfill {

    private static final CodecType<Arrival> ARRIVAL = CodecType.of(Arrival.class, ArrivalCodec.CODEC);
    /** All windows are open to corrections until the end of the run. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final Input input;
    private final Path output;
    private final JobOptions options;
    private final Pipeline pipeline;

    /** What is made of the arrivals: {@link CarePipeline#wire} or a part of it. */
    @FunctionalInterface
    public interface Pipeline {
        void wire(DataStream<Arrival> arrivals, Outputs to, JobOptions options);
    }

    /** What came of it: how many lines were what, when the first and the last event happened, and how many documents there are of each kind. */
    public record Result(
            long events,
            long rejected,
            long leftOut,
            Instant first,
            Instant last,
            Map<Kind, Long> documents,
            FirstResponses firstResponses,
            Duration took) {}

    /** Is told about once a second how many bytes and events were read. */
    @FunctionalInterface
    public interface Listener {
        void progress(long bytesRead, long bytesInAll, long events);
    }

    public Backfill(Input input, Path output, JobOptions options) {
        this(input, output, options, CarePipeline::wire);
    }

    public Backfill(Input input, Path output, JobOptions options, Pipeline pipeline) {
        this.input = input;
        this.output = output;
        this.options = patient(options);
        this.pipeline = pipeline;
    }

    public Result run(Listener listener) throws Exception {
        Instant start = Instant.now();
        Path runs = makeRoom();
        try {
            JobExecutionResult job = execute(runs, listener);
            FirstResponses firstResponses = new FirstResponses();
            FirstResponseReader reader = new FirstResponseReader(firstResponses);
            Map<Kind, Long> documents = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                documents.put(
                        kind, DocumentMerge.merge(runs, kind, output, kind == Kind.FACTS ? reader : document -> {}));
            }
            return new Result(
                    job.<Long>getAccumulatorResult(ReadLines.EVENTS),
                    job.<Long>getAccumulatorResult(ReadLines.REJECTED),
                    job.<Long>getAccumulatorResult(ReadLines.LEFT_OUT),
                    Instant.ofEpochMilli(job.<Long>getAccumulatorResult(ReadLines.FIRST)),
                    Instant.ofEpochMilli(job.<Long>getAccumulatorResult(ReadLines.LAST)),
                    documents,
                    firstResponses,
                    Duration.between(start, Instant.now()));
        } finally {
            delete(runs);
        }
    }

    private Path makeRoom() throws IOException {
        try {
            Files.createDirectories(output);
            return Files.createTempDirectory(output, ".runs-");
        } catch (IOException e) {
            throw new IOException(
                    "nothing can be written to " + output + "; --output wants a directory, there or to be made", e);
        }
    }

    private JobExecutionResult execute(Path runs, Listener listener) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink());
        JobEnvironment.configure(env, options);
        pipeline.wire(arrivals(env), new FileOutputs(runs), options);
        return follow(env.executeAsync("replybeat backfill"), listener);
    }

    private DataStream<Arrival> arrivals(StreamExecutionEnvironment env) {
        long asOf = options.find(Options.AS_OF).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        return env.fromData(input.files().stream().map(Path::toString).toList(), Types.STRING)
                .setParallelism(1)
                .uid(OperatorIds.FILES.uid())
                .name(OperatorIds.FILES.label())
                .flatMap(new ReadLines(input.root(), new KafkaEdges(options).limits(), asOf))
                .returns(ARRIVAL)
                .setParallelism(1)
                .uid(OperatorIds.READ_LINES.uid())
                .name(OperatorIds.READ_LINES.label())
                .transform(
                        OperatorIds.END_OF_HISTORY.label(),
                        ARRIVAL,
                        new EndOfHistory(asOf == Long.MAX_VALUE ? Fields.NONE : asOf))
                .setParallelism(1)
                .uid(OperatorIds.END_OF_HISTORY.uid());
    }

    private JobExecutionResult follow(JobClient job, Listener listener) throws Exception {
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        while (true) {
            try {
                return result.get(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                tell(job, listener);
            } catch (ExecutionException failed) {
                throw withoutFlinksWords(failed);
            } catch (InterruptedException interrupted) {
                job.cancel();
                throw interrupted;
            }
        }
    }

    /** "Job execution failed, recovery is suppressed" helps nobody whose file cannot be read. */
    private static Exception withoutFlinksWords(ExecutionException failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && (cause == failed || cause instanceof FlinkException)) {
            cause = cause.getCause();
        }
        return cause instanceof Exception reason ? reason : failed;
    }

    private void tell(JobClient job, Listener listener) throws InterruptedException {
        try {
            Map<String, Object> so = job.getAccumulators().get(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            listener.progress(count(so, ReadLines.BYTES), input.bytes(), count(so, ReadLines.EVENTS));
        } catch (ExecutionException | TimeoutException | IllegalStateException clusterIsGone) {
            // The job has ended since; how, its result tells.
        }
    }

    private static long count(Map<String, Object> accumulators, String name) {
        return (Long) accumulators.getOrDefault(name, 0L);
    }

    private static Configuration flink() {
        Configuration flink = new Configuration();
        // How often the progress is known.
        flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, TELL_EVERY);
        flink.setString("taskmanager.numberOfTaskSlots", "16");
        return flink;
    }

    /** Nobody watches the windows while they fill: written seldom, they are written less often in all. */
    private static JobOptions patient(JobOptions options) {
        return options.withDefault(Options.OUTPUT_FLUSH_INTERVAL, Duration.ofSeconds(10))
                .withDefault(Options.OUTPUT_FLUSH_MAX_EVENTS, 200_000)
                .withDefault(Options.STATE_BACKEND, StateBackend.HASHMAP)
                .withDefault(Options.WINDOWS_RETENTION, FOR_EVER)
                .withDefault(Options.PARALLELISM, 2);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Which files a history lies in, read in the order of their names. */
    public record Input(Path root, List<Path> files, long bytes) {

        private static final List<String> ENDINGS =
                List.of(".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz");

        /** One file of any name, or every file of JSON lines below a directory. */
        public static Input at(Path path) throws IOException {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isRegularFile(absolute)) {
                return new Input(absolute.getParent(), List.of(absolute), Files.size(absolute));
            }
            if (!Files.isDirectory(absolute)) {
                throw new IOException(
                        path + " does not exist; --input wants a file of JSON lines or a directory of them");
            }
            List<Path> files;
            try (var all = Files.walk(absolute)) {
                files = all.filter(Files::isRegularFile)
                        .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                        .sorted()
                        .toList();
            }
            if (files.isEmpty()) {
                throw new IOException(path + " holds no file that ends in " + String.join(", ", ENDINGS));
            }
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return new Input(absolute, files, bytes);
        }
    }
}
