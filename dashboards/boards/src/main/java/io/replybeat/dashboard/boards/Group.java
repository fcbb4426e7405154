package io.replybeat.dashboard.boards;

import java.util.List;

/** Into which slices are documents put? */
public sealed interface Group {

    /** What a slice is called: {@code brand}. */
    String label();

    /** The values of a keyword field that have the most of the first measure; the earliest where that is an instant. */
    record Top(String label, String field, int size) implements Group {}

    /** Slices that queries cut out. */
    record Bands(String label, List<Band> bands) implements Group {}

    /** @param query in Lucene's syntax, as all queries here: Kibana and Grafana both take it */
    record Band(String label, String query) {}
}
