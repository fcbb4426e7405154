package io.replybeat.stream.receiver;

import io.replybeat.stream.options.JobOptions;
import java.util.Optional;

/** Which receivers are configured? */
public final class Receivers {

    private Receivers() {}

    public static Optional<Receiver> alertmanager(JobOptions options) {
        return AlertmanagerReceiver.of(options);
    }

    public static Optional<Receiver> slack(JobOptions options) {
        return SlackReceiver.of(options);
    }

    public static Optional<Receiver> pagerDuty(JobOptions options) {
        return PagerDutyReceiver.of(options);
    }

    public static Optional<Receiver> webhook(JobOptions options) {
        return WebhookReceiver.of(options);
    }
}
