package io.replybeat.sandbox.simulator;

import java.time.Duration;
import java.time.Instant;

/** What goes wrong for which brand, when and how long? Plain data, so that a script or a person may add one. */
public record Incident(Kind kind, String brand, Instant start, Duration length) {

    public enum Kind {
        /** Invoices are wrong: five times the usual messages, angry, urgent (tier 3). */
        BILLING_OUTAGE,
        /** Several people with a large audience complain within minutes, and others repost them. */
        INFLUENCER_SURGE,
        /** Nobody answers; customers go on writing. */
        AGENTS_AWAY
    }

    public Instant end() {
        return start.plus(length);
    }

    boolean covers(long instant) {
        return start.toEpochMilli() <= instant && instant < end().toEpochMilli();
    }
}
