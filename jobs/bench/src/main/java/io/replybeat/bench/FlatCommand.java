package io.replybeat.bench;

import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.CarePipeline;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does an event cost the same in a long conversation as in a short one? Target: at most 1.5 times as much. */
@Command(
        name = "flat",
        mixinStandardHelpOptions = true,
        description =
                "10 long conversations against many of five messages, through the care pipeline, results discarded.")
final class FlatCommand implements Callable<Integer> {

    private static final CodecType<Arrival> ARRIVAL = CodecType.of(Arrival.class, ArrivalCodec.CODEC);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Plan plan;

    @Option(names = "--events", defaultValue = "500000", description = "Of each shape (default: ${DEFAULT-VALUE}).")
    private int events;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("| state | parallelism | events/s, 10 long | slowest – fastest | CPU s per million "
                + "| events/s, many short | slowest – fastest | CPU s per million | cost of an event in a long one |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int subtasks : plan.parallelism) {
            for (StateBackend backend : plan.state) {
                measure(plan.options(subtasks, backend), out);
            }
        }
        return 0;
    }

    private void measure(JobOptions options, PrintWriter out) {
        Consumer<String> progress = line -> {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        };
        Contestant few = over(Shape.ofLong(events), options);
        Contestant many = over(Shape.ofShort(events), options);
        var results = Rounds.of(List.of(few, many), plan.runs, progress);
        out.printf(
                "| %s | %d | %s | %s | %.2f |%n",
                options.get(Options.STATE_BACKEND),
                options.get(Options.PARALLELISM),
                results.get(few).cells(),
                results.get(many).cells(),
                results.get(many).eventsPerSecond() / results.get(few).eventsPerSecond());
        out.flush();
    }

    private Contestant over(Shape shape, JobOptions options) {
        return new Contestant(shape.name(), options, (env, given) -> wire(shape, events, env, given));
    }

    private static void wire(Shape shape, int events, StreamExecutionEnvironment env, JobOptions options) {
        CarePipeline.wire(
                env.fromSequence(0, events - 1)
                        .setParallelism(1)
                        .uid("numbers")
                        .map(n -> (Arrival) new Arrival.Accepted(shape.message(n)), ARRIVAL)
                        .setParallelism(1)
                        .uid("messages")
                        .map(new Meter<>())
                        .returns(ARRIVAL)
                        .setParallelism(1)
                        .uid("meter")
                        .assignTimestampsAndWatermarks(new KafkaEdges(options).eventTime())
                        .setParallelism(1)
                        .uid("event-time"),
                new Discard(),
                options);
    }
}
