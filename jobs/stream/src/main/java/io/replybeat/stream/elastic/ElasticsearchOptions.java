package io.replybeat.stream.elastic;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Which Elasticsearch, with which rights, in which helpings?
 *
 * <p>The options under {@code elasticsearch.}; the defaults suit a small cluster. Travels with the job, so it never
 * prints a secret.
 *
 * @param url {@code http://} or {@code https://}, a path for a proxy allowed
 * @param prefix how all index names begin
 */
public record ElasticsearchOptions(URI url, String prefix, Access access, Bulk bulk) implements Serializable {

    public static final String DEFAULT_PREFIX = "replybeat";

    public ElasticsearchOptions {
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(
                    "elasticsearch.url: \"" + url + "\" is not of the form http://host:9200");
        }
    }

    public static ElasticsearchOptions at(String url) {
        return new ElasticsearchOptions(URI.create(url), DEFAULT_PREFIX, Access.OPEN, Bulk.DEFAULT);
    }

    /** What the job's options say under {@code elasticsearch.}. */
    public static ElasticsearchOptions of(JobOptions options) {
        return new ElasticsearchOptions(
                options.get(Options.ELASTICSEARCH_URL),
                options.get(Options.ELASTICSEARCH_INDEX_PREFIX),
                new Access(
                        options.get(Options.ELASTICSEARCH_USERNAME),
                        options.get(Options.ELASTICSEARCH_PASSWORD),
                        options.get(Options.ELASTICSEARCH_API_KEY),
                        options.get(Options.ELASTICSEARCH_CA_CERTIFICATE_FILE),
                        options.get(Options.ELASTICSEARCH_CA_FINGERPRINT)),
                new Bulk(
                        options.get(Options.ELASTICSEARCH_BULK_MAX_ACTIONS),
                        Math.toIntExact(options.get(Options.ELASTICSEARCH_BULK_MAX_BYTES)),
                        Bulk.DEFAULT.linger(),
                        options.get(Options.ELASTICSEARCH_MAX_IN_FLIGHT),
                        options.get(Options.ELASTICSEARCH_REQUEST_TIMEOUT),
                        options.get(Options.ELASTICSEARCH_BACKOFF_INITIAL),
                        options.get(Options.ELASTICSEARCH_BACKOFF_MAX),
                        options.get(Options.ELASTICSEARCH_BUFFER_MAX_DOCUMENTS),
                        options.get(Options.ELASTICSEARCH_BUFFER_MAX_BYTES),
                        options.get(Options.ELASTICSEARCH_FLUSH_TIMEOUT)));
    }

    public ElasticsearchOptions withPrefix(String newPrefix) {
        return new ElasticsearchOptions(url, newPrefix, access, bulk);
    }

    public ElasticsearchOptions withAccess(Access newAccess) {
        return new ElasticsearchOptions(url, prefix, newAccess, bulk);
    }

    public ElasticsearchOptions withBulk(Bulk newBulk) {
        return new ElasticsearchOptions(url, prefix, access, newBulk);
    }

    /**
     * Who are we, and whom do we trust? Every part may be null.
     *
     * @param apiKey the encoded form; wins over user name and password
     * @param caFile PEM file with the certificates of the authorities to trust instead of Java's
     * @param fingerprint SHA-256 of the one certificate to trust, hexadecimal, colons allowed
     */
    public record Access(String username, String password, String apiKey, String caFile, String fingerprint)
            implements Serializable {

        public static final Access OPEN = new Access(null, null, null, null, null);

        @Override
        public String toString() {
            return "Access[" + (apiKey != null ? "API key" : username != null ? "user " + username : "open") + "]";
        }
    }

    /**
     * How much at once, how long to wait?
     *
     * @param maxDocuments in one request
     * @param maxBytes of one request; more than the server's http.max_content_length is found out and halved
     * @param linger how long a document waits for company
     * @param requestsInFlight of one writer at a time
     * @param backoffMin first wait after a failure; doubles up to {@code backoffMax}
     * @param bufferDocuments how many undelivered documents a writer holds before it holds its input back; they are part
     *     of every checkpoint
     * @param flushTimeout how long the end of a bounded input waits for deliveries; zero waits for ever
     */
    public record Bulk(
            int maxDocuments,
            int maxBytes,
            Duration linger,
            int requestsInFlight,
            Duration requestTimeout,
            Duration backoffMin,
            Duration backoffMax,
            int bufferDocuments,
            long bufferBytes,
            Duration flushTimeout)
            implements Serializable {

        public static final Bulk DEFAULT = new Bulk(
                1_000,
                5 << 20,
                Duration.ofMillis(200),
                2,
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                200_000,
                128L << 20,
                Duration.ofMinutes(10));

        public Bulk {
            if (maxDocuments < 1 || maxBytes < 1 || requestsInFlight < 1 || bufferDocuments < 1 || bufferBytes < 1) {
                throw new IllegalArgumentException(
                        "elasticsearch.bulk and elasticsearch.buffer: every size must be at least 1");
            }
            if (backoffMin.toMillis() < 1 || backoffMax.compareTo(backoffMin) < 0) {
                throw new IllegalArgumentException(
                        "elasticsearch.backoff: 1 ms <= initial <= max, not " + backoffMin + " and " + backoffMax);
            }
        }
    }
}
