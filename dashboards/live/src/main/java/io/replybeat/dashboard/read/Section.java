package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One part of a snapshot: what does it ask Elasticsearch, and what does it make of the answers? */
interface Section {

    List<Search> questions(Asked asked);

    /** Adds what it is about to the snapshot; answers come in the order of the questions. */
    void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot);
}
