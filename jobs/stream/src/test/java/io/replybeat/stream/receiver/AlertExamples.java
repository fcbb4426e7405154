package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Cut;
import java.time.Instant;
import java.util.List;

/** Moments of alerts about topics of acme: a spike since ten o'clock, each moment a minute after the one before. */
public final class AlertExamples {

    public static final long TEN_O_CLOCK = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();

    private static final long MINUTE = 60_000;

    private AlertExamples() {}

    public static Alert fired(String topic) {
        return of(topic, Change.FIRED, 1, Severity.WARNING, false);
    }

    public static Alert updated(String topic, int revision) {
        return of(topic, Change.UPDATED, revision, Severity.WARNING, false);
    }

    public static Alert resolved(String topic, int revision) {
        return of(topic, Change.RESOLVED, revision, Severity.WARNING, false);
    }

    static Alert muted(String topic, Change change, int revision) {
        return of(topic, change, revision, Severity.WARNING, true);
    }

    public static Alert critical(String topic, Change change, int revision) {
        return of(topic, change, revision, Severity.CRITICAL, false);
    }

    private static Alert of(String topic, Change change, int revision, Severity severity, boolean muted) {
        return of("acme", topic, TEN_O_CLOCK, change, revision, severity, muted, evidence());
    }

    static Alert joinedBy(Subject other, String topic, int revision) {
        Evidence evidence = new Evidence(
                evidence().messageIds(),
                evidence().conversationIds(),
                evidence().causes(),
                List.of(other));
        return of("acme", topic, TEN_O_CLOCK, Change.UPDATED, revision, Severity.WARNING, false, evidence);
    }

    /** Of a brand of any name, beginning at another instant. */
    public static Alert of(
            String brand,
            String topic,
            long since,
            Change change,
            int revision,
            Severity severity,
            boolean muted,
            Evidence evidence) {
        long now = since + revision * MINUTE;
        return new Alert(
                Rule.VOLUME_SPIKE,
                brand,
                new Subject(Cut.TOPIC, topic),
                since,
                since + MINUTE,
                now,
                change == Change.RESOLVED ? now : Fields.NONE,
                change,
                revision,
                severity,
                muted,
                new Measure("messages", 84, 21, 9, 36, 40),
                "84 messages in 5 minutes where 9 to 36 are usual.",
                evidence);
    }

    public static Evidence evidence() {
        return new Evidence(
                List.of("e1", "e2"),
                List.of("c1"),
                List.of(
                        new Cause(new Subject(Cut.TOPIC, "billing"), 80, 20, 0.95),
                        new Cause(new Subject(Cut.NETWORK, "x"), 70, 15, 0.87)),
                List.of(new Subject(Cut.NETWORK, "x")));
    }
}
