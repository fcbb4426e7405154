package io.replybeat.dashboard;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Where does the live page listen, and where does it read?
 *
 * <p>{@code port} 0 takes a free one. {@code host} is 127.0.0.1 unless said otherwise: whoever reaches the port reads the
 * numbers. {@code indexPrefix} is what stands before {@code -conversations} and {@code -windows} in the aliases.
 * {@code pollInterval} is the pause between two questions to Elasticsearch, however many pages are open.
 */
public record LivePageConfig(
        int port, String host, URI elasticsearchUrl, String indexPrefix, Clock clock, Duration pollInterval) {

    public static final int DEFAULT_PORT = 8080;
    /** What the command line calls {@code port}; a taken port is reported with it. */
    public static final String PORT_OPTION = "--port";

    public LivePageConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(elasticsearchUrl, "elasticsearchUrl");
        Objects.requireNonNull(indexPrefix, "indexPrefix");
        Objects.requireNonNull(clock, "clock");
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("pollInterval must be positive, not " + pollInterval);
        }
    }

    /** The page of one machine: on 127.0.0.1, indices named {@code replybeat-…}, one question a second, the wall clock. */
    public static LivePageConfig local(int port, URI elasticsearchUrl) {
        return new LivePageConfig(
                port, "127.0.0.1", elasticsearchUrl, "replybeat", Clock.systemUTC(), Duration.ofSeconds(1));
    }
}
