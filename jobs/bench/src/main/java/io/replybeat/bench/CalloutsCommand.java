package io.replybeat.bench;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.message.Enrichment;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.topic.Taxonomy;
import io.replybeat.stream.alert.LetGo;
import io.replybeat.stream.alert.TimelyEvents;
import io.replybeat.stream.callout.CalloutPipeline;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.OperatorIds;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What share of L3 do the stories about callouts keep, and does a hot brand stall them? Targets: at least 0.5 on heap, 0.25 on
 * RocksDB, with 1000 brands and 2 % callouts.
 *
 * <pre>
 *   L3        Kafka ─▶ decode ─▶ keyBy conversation ─▶ discard
 *   callouts  Kafka ─▶ decode ─▶ who wrote ─▶ keyBy conversation ─▶ in time ─▶ CalloutPipeline ─▶ discard
 * </pre>
 */
@Command(
        name = "callouts",
        mixinStandardHelpOptions = true,
        description = "L3 of layers against the same topic with all stories about callouts, results discarded.")
final class CalloutsCommand implements Callable<Integer> {

    private static final CodecType<Event> EVENT = CodecType.of(Event.class, EventCodec.CODEC);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Plan plan;

    @Option(names = "--events", defaultValue = "1000000", description = "Of each traffic (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--traffic",
            split = ",",
            defaultValue = "EVEN,HOT,TWO",
            description = "Each in turn: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<CalloutTraffic.Shape> traffic;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println("| traffic | state | parallelism | L3 events/s | slowest – fastest | CPU s per million "
                + "| callouts events/s | slowest – fastest | CPU s per million | share kept |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        try (TemporaryBroker broker = TemporaryBroker.start()) {
            for (CalloutTraffic.Shape shape : traffic) {
                for (int subtasks : plan.parallelism) {
                    measure(shape.traffic, subtasks, broker.servers(), out);
                }
            }
        }
        return 0;
    }

    private void measure(CalloutTraffic traffic, int subtasks, String servers, PrintWriter out) throws Exception {
        String name = traffic.name().replaceAll("[^a-z0-9]+", "-") + "-" + subtasks;
        FilledTopic topic = FilledTopic.filled(servers, name, subtasks, traffic.deliveries(events));
        for (StateBackend backend : plan.state) {
            measure(traffic, topic.in(plan.options(subtasks, backend), servers), out);
        }
    }

    private void measure(CalloutTraffic traffic, JobOptions options, PrintWriter out) {
        Contestant bare = Layer.L3.over(options);
        Contestant stories = new Contestant(
                "callouts",
                options,
                (env, given) -> Discard.discard(
                        CalloutPipeline.wire(timely(Layer.arrivals(env, given)), new Discard(), given), "alerts"));
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

    private static DataStream<Event> timely(DataStream<Arrival> arrivals) {
        return LetGo.inTime(
                arrivals.flatMap(new Understand())
                        .returns(EVENT)
                        .uid("understood")
                        .keyBy(ConversationKey::idOf, Types.STRING)
                        .transform(OperatorIds.TIMELY_EVENTS.label(), LetGo.TYPE, new TimelyEvents())
                        .uid(OperatorIds.TIMELY_EVENTS.uid()),
                OperatorIds.IN_TIME.uid());
    }

    /** Who wrote, and what about? Not on the wire; without words to read hardly any work. */
    private static final class Understand extends RichFlatMapFunction<Arrival, Event> {
        private static final long serialVersionUID = 1;

        private transient Enrichment enrichment;

        @Override
        public void open(OpenContext context) {
            enrichment = new Enrichment(LanguageDetector.shipped(), LinearSentiment.shipped(), Taxonomy.shipped());
        }

        @Override
        public void flatMap(Arrival arrival, Collector<Event> out) {
            if (arrival instanceof Arrival.Accepted accepted) {
                out.collect(enrichment.enrich(accepted.event(), accepted.said()));
            }
        }
    }
}
