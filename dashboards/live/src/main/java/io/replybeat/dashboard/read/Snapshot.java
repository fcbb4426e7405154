package io.replybeat.dashboard.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What does Elasticsearch know at one moment? Brands by name. */
public record Snapshot(List<BrandNumbers> brands) {

    /** The event-time freshness of everything shown; null before the first event. */
    public Instant newestEventAt() {
        return brands.stream()
                .map(BrandNumbers::lastEventAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
