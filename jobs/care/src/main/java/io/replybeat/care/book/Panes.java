package io.replybeat.care.book;

import io.replybeat.care.fact.Attributes;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which minutes of which slices changed since the last flush, and by how much?
 *
 * <p>An event touches one minute in each of seven cuts; bundled here, a thousand events of a busy brand leave as a few
 * dozen changes. A change that came to nothing is kept: it may undo what was written before a crash.
 */
public final class Panes {

    /** The finest window there is, in milliseconds; all others are sums of these. */
    public static final long MINUTE = 60_000;

    /** A minute of one slice. */
    public record Pane(String brand, Cut cut, String value, long minute) {
        public String series() {
            return new Series(brand, cut, value).key();
        }
    }

    private final List<Cut> cuts;
    private final Map<Pane, Summary> changes = new HashMap<>();

    public Panes(Set<Cut> cuts) {
        this.cuts = List.copyOf(EnumSet.copyOf(cuts));
    }

    /** What is done to each slice's summary. */
    @FunctionalInterface
    interface Booking {
        void on(Summary summary);
    }

    /** Books the same on every slice that the attributes belong to, in the minute of {@code at}. */
    void book(String brand, Attributes attributes, long at, Booking booking) {
        long minute = Math.floorDiv(at, MINUTE) * MINUTE;
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            String value = value(cut, brand, attributes);
            if (value != null) {
                booking.on(changes.computeIfAbsent(new Pane(brand, cut, value, minute), pane -> new Summary()));
            }
        }
    }

    private static String value(Cut cut, String brand, Attributes attributes) {
        return switch (cut) {
            case BRAND -> brand;
            case NETWORK -> attributes.network();
            case AGENT -> attributes.agentId();
            case TEAM -> attributes.teamId();
            case TIER -> attributes.tier() == 0 ? null : Integer.toString(attributes.tier());
            case TOPIC -> attributes.topic();
            case LANGUAGE -> attributes.language();
        };
    }

    public Map<Pane, Summary> changes() {
        return changes;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public void clear() {
        changes.clear();
    }
}
