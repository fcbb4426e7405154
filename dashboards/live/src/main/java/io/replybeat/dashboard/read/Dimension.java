package io.replybeat.dashboard.read;

import io.replybeat.care.metric.Cut;
import io.replybeat.dashboard.view.View;
import java.util.ArrayList;
import java.util.List;

/** In which field do conversations, facts and messages hold what a cut is by? */
final class Dimension {

    private Dimension() {}

    static String field(Cut cut) {
        return switch (cut) {
            case AGENT -> "agent_id";
            case TEAM -> "team_id";
            case BRAND, NETWORK, TIER, TOPIC, LANGUAGE -> cut.word();
        };
    }

    /** A message knows its own topics, not those of its conversation. */
    static String ofMessage(Cut cut) {
        return cut == Cut.TOPIC ? "topics" : field(cut);
    }

    /** The brand and the slice of a view, on conversations and facts. */
    static Query of(View view) {
        List<Query> parts = new ArrayList<>();
        if (view.brand() != null) {
            parts.add(Query.term("brand", view.brand()));
        }
        if (view.slice() != null) {
            parts.add(Query.term(field(view.slice().cut()), view.slice().value()));
        }
        return Query.all(parts.toArray(Query[]::new));
    }
}
