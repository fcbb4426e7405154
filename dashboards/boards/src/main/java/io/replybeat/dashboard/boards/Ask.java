package io.replybeat.dashboard.boards;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What does a panel ask, and whom? */
public sealed interface Ask {

    /**
     * Numbers made of documents.
     *
     * @param filter in Lucene's syntax; instants are relative to {@code now}
     * @param group empty for one slice of all
     */
    record Figures(
            Documents documents,
            String filter,
            boolean overTime,
            Optional<Group> group,
            List<? extends Measure> measures)
            implements Ask {
        public Figures {
            boolean ratio = measures.stream().anyMatch(Measure.Ratio.class::isInstance);
            if (group.isPresent() && (ratio || (overTime && measures.size() > 1))) {
                throw new IllegalArgumentException(
                        "neither tool can draw a ratio by group, or several measures by group over time");
            }
        }

        public static Figures of(Documents documents, String filter, Measure... measures) {
            return new Figures(documents, filter, false, Optional.empty(), List.of(measures));
        }

        /** Of one cut and one size, or messages would be counted several times. */
        static Figures ofWindows(String cut, Measure... measures) {
            return of(Documents.WINDOWS, "cut:" + cut + " AND size:1m", measures);
        }

        public Figures byTime() {
            return new Figures(documents, filter, true, group, measures);
        }

        public Figures by(String label, String field, int size) {
            return by(new Group.Top(label, field, size));
        }

        public Figures by(Group slices) {
            return new Figures(documents, filter, overTime, Optional.of(slices), measures);
        }
    }

    /**
     * The newest documents themselves.
     *
     * @param links by column, the address a click leads to; Grafana only
     */
    record Records(Documents documents, String filter, List<String> columns, Map<String, String> links)
            implements Ask {}

    /** Metrics of the job, from Prometheus; Grafana only. */
    record Promql(Unit unit, List<Series> series) implements Ask {}

    /** @param legend in Grafana's syntax, {@code {{reason}}} */
    record Series(String legend, String expression) {}
}
