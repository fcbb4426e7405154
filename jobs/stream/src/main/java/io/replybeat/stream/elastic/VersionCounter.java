package io.replybeat.stream.elastic;

/**
 * Which version does the next write carry? Larger than every one before, also than those of a run before a crash, a
 * restore or a fresh start.
 *
 * <p>Starts at the wall clock in microseconds and grows by one a write. It stays behind the clock as long as a writer
 * makes less than a million writes a second, so whoever starts later starts higher; the restored last version guards
 * against a clock that was set back.
 */
final class VersionCounter {

    private long last;

    VersionCounter(long restoredLast, long nowMillis) {
        this.last = Math.max(restoredLast, nowMillis * 1000 - 1);
    }

    long next() {
        return ++last;
    }

    long last() {
        return last;
    }
}
