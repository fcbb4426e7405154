package io.replybeat.stream.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.stream.erase.Documents.Changed;
import io.replybeat.stream.erase.Documents.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How does the story of a callout go on without one of its authors? The entry under {@code authors} goes and so does the id beside each of
 * the messages; how many there were, with how many listeners, stays.
 */
final class CalloutErasure {

    private final Documents documents;
    private final String callouts;
    private final Author author;
    private final AuthorQueries queries;

    /** @param callouts the alias of callout documents */
    CalloutErasure(Documents documents, String callouts, Author author, AuthorQueries queries) {
        this.documents = documents;
        this.callouts = callouts;
        this.author = author;
        this.queries = queries;
    }

    /** Nothing where no network is known: the id may be another customer's elsewhere. */
    Changed run(boolean dryRun) {
        return documents.eachPage(callouts, queries.callouts(), page -> {
            List<Found> without = new ArrayList<>();
            for (Found callout : page) {
                if (forget(callout.source())) {
                    without.add(callout);
                }
            }
            return dryRun ? Changed.done(without.size()) : documents.rewrite(without);
        });
    }

    /** Whether the author wrote any of the messages: on another network the id may be somebody else's. */
    private boolean forget(JsonNode callout) {
        Set<String> ids = queries.ids();
        boolean found = false;
        for (JsonNode message : callout.path("messages")) {
            if (ids.contains(message.path("author_id").asText()) && isMeant(message)) {
                ((ObjectNode) message).remove("author_id");
                found = true;
            }
        }
        if (found) {
            removeFrom(callout.path("authors"), ids);
        }
        return found;
    }

    private boolean isMeant(JsonNode message) {
        return message.path("network").asText().equals(author.network());
    }

    private static void removeFrom(JsonNode authors, Set<String> ids) {
        for (var each = authors.elements(); each.hasNext(); ) {
            if (ids.contains(each.next().path("id").asText())) {
                each.remove();
            }
        }
    }
}
