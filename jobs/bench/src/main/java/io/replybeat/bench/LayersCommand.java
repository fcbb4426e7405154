package io.replybeat.bench;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What share of the speed of a bare keyed job does the pipeline keep? Targets: L4 / L3 at least 0.4, L5 / L4 at least 0.6. */
@Command(
        name = "layers",
        mixinStandardHelpOptions = true,
        description = "L2 Kafka, decode, discard; L3 with one keyBy; L4 the care pipeline, results discarded;"
                + " L5 the same with messages enriched; L6 the same with alerts, the whole pipeline.")
final class LayersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Plan plan;

    @Option(names = "--events", defaultValue = "1000000", description = "In the topic (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--events-per-minute",
            defaultValue = "60000",
            description = "Of event time: how dense the traffic is (default: ${DEFAULT-VALUE}).")
    private double eventsPerMinute;

    @Option(names = "--layers", split = ",", description = "Only these (default: ${COMPLETION-CANDIDATES}).")
    private List<Layer> layers = List.of(Layer.values());

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (TemporaryBroker broker = TemporaryBroker.start()) {
            out.println(
                    "| state | parallelism | layer | events/s | slowest – fastest | CPU s per million | of the layer above |");
            out.println("|---|---|---|---|---|---|---|");
            for (int subtasks : plan.parallelism) {
                FilledTopic topic = FilledTopic.bySimulator(broker.servers(), subtasks, events, eventsPerMinute);
                for (StateBackend backend : plan.state) {
                    measure(topic.in(plan.options(subtasks, backend), broker.servers()), out);
                }
            }
        }
        return 0;
    }

    private void measure(JobOptions options, PrintWriter out) {
        List<Contestant> contestants =
                layers.stream().map(layer -> layer.over(options)).toList();
        PrintWriter err = spec.commandLine().getErr();
        Map<Contestant, Result> results = Rounds.of(contestants, plan.runs, line -> {
            err.println(line);
            err.flush();
        });
        double above = Double.NaN;
        for (Map.Entry<Contestant, Result> layer : results.entrySet()) {
            Result result = layer.getValue();
            out.printf(
                    "| %s | %d | %s | %s | %s |%n",
                    options.get(Options.STATE_BACKEND),
                    options.get(Options.PARALLELISM),
                    layer.getKey().name(),
                    result.cells(),
                    Double.isNaN(above) ? "" : "%.2f".formatted(result.eventsPerSecond() / above));
            above = result.eventsPerSecond();
        }
        out.flush();
    }
}
