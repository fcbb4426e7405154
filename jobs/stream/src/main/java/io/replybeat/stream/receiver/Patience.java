package io.replybeat.stream.receiver;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long is who waited for?
 *
 * @param newerThan a moment older than this calls nobody
 * @param requestTimeout how long a receiver may take to answer
 * @param flushTimeout how long the end of a bounded input waits until everything is told
 */
public record Patience(Duration newerThan, Duration requestTimeout, Duration flushTimeout) implements Serializable {

    static Patience of(JobOptions options) {
        return new Patience(
                options.get(Options.ALERTS_DELIVER_NEWER_THAN),
                options.get(Options.ALERTS_REQUEST_TIMEOUT),
                options.get(Options.ALERTS_FLUSH_TIMEOUT));
    }
}
