package io.replybeat.stream.elastic;

/**
 * What does an answer of Elasticsearch mean for what was sent?
 *
 * <p>Pure functions of the status and the error's type, so that the whole policy can be read and tested in one place.
 */
enum BulkVerdict {
    /** Done; of a whole request: read its items. */
    DELIVERED,
    /** Elasticsearch cannot now, but will: wait and send again. */
    RETRY,
    /** Something in this request is too much or broken: send its halves, down to the one to blame. */
    SPLIT,
    /** This document will never be taken: to the dead letters, the job goes on. */
    REJECT,
    /** Nobody but the operator can mend this: no restart helps. */
    STOP;

    static final int CONFLICT = 409;

    static BulkVerdict ofItem(int status, String errorType) {
        if (status >= 200 && status < 300) {
            return DELIVERED;
        }
        return switch (status) {
            // A newer version is there already: this one has done its duty.
            case CONFLICT -> DELIVERED;
            case 408, 429 -> RETRY;
            // A block is laid on one index, say a month long past; the others go on.
            case 403 -> "cluster_block_exception".equals(errorType) ? REJECT : STOP;
            case 401 -> STOP;
            // Without an error it is the deletion of what is not there.
            case 404 -> errorType == null ? DELIVERED : "index_not_found_exception".equals(errorType) ? STOP : REJECT;
            default -> status >= 500 ? RETRY : REJECT;
        };
    }

    static BulkVerdict ofRequest(int status) {
        return switch (status) {
            case 200 -> DELIVERED;
            case 408, 429 -> RETRY;
            case 400, 413 -> SPLIT;
            default -> status >= 500 ? RETRY : STOP;
        };
    }
}
