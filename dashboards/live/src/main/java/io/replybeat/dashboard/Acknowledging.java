package io.replybeat.dashboard;

import java.time.Instant;
import java.util.Optional;

/** How does somebody take an alert upon themselves? The only thing a page ever writes. Safe from any thread. */
@FunctionalInterface
public interface Acknowledging {

    /**
     * Whoever is first keeps it.
     *
     * @param note null where nothing is said
     * @return who looks after it now: whoever asked, or whoever was first; empty where there is no such alert
     * @throws IllegalArgumentException with a message for people when a part of it cannot be
     * @throws IllegalStateException when Elasticsearch does not take it
     */
    Optional<Held> acknowledge(String alertId, String by, Instant at, String note);

    /** @param note null where nothing was said, or by somebody else */
    record Held(String by, Instant at, String note) {}
}
