package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.node.Ports;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where may Prometheus read the job's metrics? */
final class MetricsPort {

    private static final String FLAG = "--metrics-port";

    @Option(
            names = FLAG,
            paramLabel = "PORT",
            description =
                    "Where Prometheus may read the job's metrics, 9249 as a rule, on every interface. Without it nowhere.")
    private Integer port;

    OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    void requireFree() {
        port().ifPresent(taken -> Ports.requireFree(taken, FLAG));
    }
}
