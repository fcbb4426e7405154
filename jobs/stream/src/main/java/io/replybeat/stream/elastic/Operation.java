package io.replybeat.stream.elastic;

/**
 * One write that Elasticsearch owes us an answer for: the document's JSON, or null to delete it.
 *
 * <p>{@code version} stays with the operation for its whole life, through every retry and restore: that is what lets
 * Elasticsearch tell an old write from a new one. Compared by identity, because it holds an array.
 */
record Operation(String index, String id, long version, byte[] source) {

    /** What the meta line and the bookkeeping add to the document, roughly. */
    private static final int OVERHEAD = 160;

    record Key(String index, String id) {}

    Key key() {
        return new Key(index, id);
    }

    int size() {
        return OVERHEAD + index.length() + id.length() + (source == null ? 0 : source.length);
    }

    boolean isDelete() {
        return source == null;
    }
}
