package io.replybeat.dashboard;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Where does the live page listen, where does it read, and what may people do on it?
 *
 * @param port 0 takes a free one
 * @param host 127.0.0.1 unless said otherwise: whoever reaches the port reads the numbers
 * @param token who does not know it reads nothing; null only where nobody but this machine reaches the port
 * @param elasticsearch with the rights to read, and nothing more
 * @param indexPrefix what stands before {@code -conversations} and {@code -windows} in the aliases
 * @param pollInterval the pause between two questions about a view, however many pages show it
 * @param acknowledging null where nobody can
 * @param demo null outside a demo
 */
public record LivePageConfig(
        int port,
        String host,
        String token,
        Transport elasticsearch,
        String indexPrefix,
        Clock clock,
        Duration pollInterval,
        Acknowledging acknowledging,
        DemoControls demo) {

    public static final int DEFAULT_PORT = 8080;
    public static final String LOCAL_HOST = "127.0.0.1";
    /** What the command line calls {@code port}; a taken port is reported with it. */
    public static final String PORT_OPTION = "--port";

    public LivePageConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        Objects.requireNonNull(elasticsearch, "elasticsearch");
        Objects.requireNonNull(indexPrefix, "indexPrefix");
        Objects.requireNonNull(clock, "clock");
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("pollInterval must be positive, not " + pollInterval);
        }
        if (token == null && !host.equals(LOCAL_HOST)) {
            throw new IllegalArgumentException("a page that others can reach needs a token");
        }
    }

    /** The page of one machine: on 127.0.0.1, indices named {@code replybeat-…}, one question a second, the wall clock, to read only. */
    public static LivePageConfig local(int port, URI elasticsearchUrl) {
        return new LivePageConfig(
                port,
                LOCAL_HOST,
                null,
                new OpenTransport(elasticsearchUrl),
                "replybeat",
                Clock.systemUTC(),
                Duration.ofSeconds(1),
                null,
                null);
    }

    /** The same for others on the network, who have to know this. */
    public LivePageConfig publicly(String newHost, String newToken) {
        return new LivePageConfig(
                port,
                newHost,
                Objects.requireNonNull(newToken),
                elasticsearch,
                indexPrefix,
                clock,
                pollInterval,
                acknowledging,
                demo);
    }

    public LivePageConfig reading(Transport newElasticsearch, String newIndexPrefix) {
        return new LivePageConfig(
                port, host, token, newElasticsearch, newIndexPrefix, clock, pollInterval, acknowledging, demo);
    }

    public LivePageConfig at(Clock newClock, Duration newPollInterval) {
        return new LivePageConfig(
                port, host, token, elasticsearch, indexPrefix, newClock, newPollInterval, acknowledging, demo);
    }

    public LivePageConfig with(Acknowledging newAcknowledging, DemoControls newDemo) {
        return new LivePageConfig(
                port, host, token, elasticsearch, indexPrefix, clock, pollInterval, newAcknowledging, newDemo);
    }
}
