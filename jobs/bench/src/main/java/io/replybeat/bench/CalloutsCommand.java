package io.replybeat.bench;

import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.stream.alert.LetGo;
import io.replybeat.stream.alert.TimelyEvents;
import io.replybeat.stream.callout.CalloutPipeline;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.OperatorIds;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What share of the speed of a bare keyed job do the stories about callouts keep, and does a hot brand stall them? Targets: at least 0.5 on
 * heap, 0.25 on RocksDB, with 1000 brands and 2 % callouts.
 */
@Command(
        name = "callouts",
        mixinStandardHelpOptions = true,
        description =
                "Events from memory, one keyBy, against the same with all stories about callouts, results discarded.")
final class CalloutsCommand implements Callable<Integer> {

    private static final CodecType<Event> EVENT = CodecType.of(Event.class, EventCodec.CODEC);
    private static final Duration BOUND = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Plan plan;

    @Option(names = "--events", defaultValue = "1000000", description = "Of each traffic (default: ${DEFAULT-VALUE}).")
    private int events;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("| traffic | state | parallelism | keyBy events/s | slowest – fastest | CPU s per million "
                + "| callouts events/s | slowest – fastest | CPU s per million | share kept |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (CalloutTraffic traffic :
                List.of(CalloutTraffic.even(), CalloutTraffic.hotBrand(100_000), CalloutTraffic.hotBrand(2))) {
            for (int subtasks : plan.parallelism) {
                for (StateBackend backend : plan.state) {
                    measure(traffic, plan.options(subtasks, backend), out);
                }
            }
        }
        return 0;
    }

    private void measure(CalloutTraffic traffic, JobOptions options, PrintWriter out) {
        Contestant bare = new Contestant(
                "keyBy",
                options,
                (env, given) -> Discard.discard(
                        keyed(traffic, env).map(event -> event, EVENT).uid("nothing"), "events"));
        Contestant stories = new Contestant(
                "callouts",
                options,
                (env, given) -> Discard.discard(
                        CalloutPipeline.wire(timely(keyed(traffic, env)), new Discard(), given), "alerts"));
        Map<Contestant, Result> results = Rounds.of(List.of(bare, stories), plan.runs, line -> {
            spec.commandLine().getErr().println(traffic.name() + ": " + line);
            spec.commandLine().getErr().flush();
        });
        out.printf(
                "| %s | %s | %d | %s | %s | %.2f |%n",
                traffic.name(),
                options.get(Options.STATE_BACKEND),
                options.get(Options.PARALLELISM),
                results.get(bare).cells(),
                results.get(stories).cells(),
                results.get(stories).eventsPerSecond() / results.get(bare).eventsPerSecond());
        out.flush();
    }

    private static DataStream<Event> timely(KeyedStream<Event, String> events) {
        return LetGo.inTime(
                events.transform(OperatorIds.TIMELY_EVENTS.label(), LetGo.TYPE, new TimelyEvents())
                        .uid(OperatorIds.TIMELY_EVENTS.uid()),
                OperatorIds.IN_TIME.uid());
    }

    private KeyedStream<Event, String> keyed(CalloutTraffic traffic, StreamExecutionEnvironment env) {
        return env.fromSequence(0, events - 1)
                .setParallelism(1)
                .uid("numbers")
                .map(traffic::message, EVENT)
                .setParallelism(1)
                .uid("messages")
                .map(new Meter<>())
                .returns(EVENT)
                .setParallelism(1)
                .uid("meter")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Event>forBoundedOutOfOrderness(BOUND)
                        .withTimestampAssigner((event, before) -> event.occurredAt()))
                .setParallelism(1)
                .uid("event-time")
                .keyBy(event -> DocumentId.of(event.brand(), event.conversationId()), Types.STRING);
    }
}
