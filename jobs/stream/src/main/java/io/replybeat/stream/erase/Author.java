package io.replybeat.stream.erase;

import java.util.Set;

/**
 * Whose traces are meant? An id is somebody on one network; on another the same id is somebody else.
 *
 * @param id as the network gives it
 * @param network null for the one on which the id is found
 * @param brand null for what was written to any brand
 * @param handles by which others mention the author, besides those that the stored messages tell
 */
public record Author(String id, String network, String brand, Set<String> handles) {

    public Author {
        if (id.isBlank()) {
            throw new IllegalArgumentException("The author's id is empty; nothing was erased.");
        }
        handles = Set.copyOf(handles);
    }

    Author on(String itsNetwork) {
        return new Author(id, itsNetwork, brand, handles);
    }
}
