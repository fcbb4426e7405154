package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.latency.CannotMeasure;
import io.replybeat.sandbox.latency.Latencies;
import io.replybeat.sandbox.latency.LatencyMeasurement;
import io.replybeat.sandbox.node.TopicEnds;
import io.replybeat.stream.options.Options;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long a message takes from Kafka to the page. */
@Command(
        name = "measure-latency",
        description = {
            "Measure how long a message takes from Kafka to the changed number on the live page, in a running demo.",
            "Customers of a brand of its own, latency-probe, write one by one; at the end none of them waits. Other traffic",
            "goes on beside it: ./replybeat demo --rate 12000 has 200 events a second."
        },
        showDefaultValues = true,
        exitCodeList = {
            "0:the median is within 2 s and the 95th percentile within 4 s",
            "1:they are not, or nothing could be measured",
            "2:unknown or contradictory options"
        })
final class MeasureLatencyCommand implements Callable<Integer> {
    private static final int TELL_EVERY = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kafka", defaultValue = "127.0.0.1:9092", paramLabel = "HOST:PORT", description = "The broker.")
    private String kafka;

    @Option(names = "--topic", paramLabel = "NAME", description = "The topic of the events.")
    private String topic = Options.KAFKA_TOPIC.defaultValue();

    @Option(names = "--page", defaultValue = "http://127.0.0.1:8080/", paramLabel = "URL", description = "The page.")
    private URI page;

    @Option(names = "--probes", defaultValue = "60", description = "How many messages, one every 1.6 s.")
    private int probes;

    @Override
    public Integer call() throws Exception {
        if (probes < 1) {
            throw new ParameterException(spec.commandLine(), "--probes must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (LatencyMeasurement measurement = LatencyMeasurement.of(kafka, topic, page)) {
            Runtime.getRuntime().addShutdownHook(new Thread(measurement::close, "Ctrl-C"));
            out.println("measuring from Kafka at " + kafka + " to " + page);
            long began = System.nanoTime();
            long events = events();
            Latencies latencies = measurement.run(probes, sent -> tell(out, sent));
            double perSecond = (events() - events) * 1e9 / (System.nanoTime() - began);
            return report(out, latencies, perSecond);
        } finally {
            out.flush();
        }
    }

    private void tell(PrintWriter out, int sent) {
        if (sent % TELL_EVERY == 0) {
            out.println("  " + sent + " of " + probes + " probes sent");
            out.flush();
        }
    }

    private int report(PrintWriter out, Latencies latencies, double perSecond) {
        if (!latencies.sorted().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%d probes beside %.0f events a second: median %s, p90 %s, p95 %s, longest %s%n",
                    probes,
                    perSecond,
                    seconds(latencies.within(0.5)),
                    seconds(latencies.within(0.9)),
                    seconds(latencies.within(0.95)),
                    seconds(latencies.within(1)));
        }
        if (latencies.missing() > 0) {
            out.printf("%d probes never came to the page%n", latencies.missing());
        }
        out.println("median within 2 s and p95 within 4 s: " + (latencies.kept() ? "kept" : "not kept"));
        return latencies.kept() ? 0 : 1;
    }

    private long events() throws InterruptedException {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", kafka, "request.timeout.ms", 5_000, "default.api.timeout.ms", 5_000))) {
            return TopicEnds.of(admin, topic).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (ExecutionException e) {
            throw new CannotMeasure(
                    "No topic " + topic + " on Kafka at " + kafka
                            + ". Say where it is: --kafka HOST:PORT, --topic NAME",
                    e);
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
