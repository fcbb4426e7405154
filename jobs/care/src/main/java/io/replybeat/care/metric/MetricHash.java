package io.replybeat.care.metric;

/**
 * Which 64-bit number stands for somebody, on every machine and in every release?
 *
 * <p>FNV-1a over the characters, finished with murmur3's mixer so that every bit depends on every character. Among a
 * million customers two share a number with a probability of 3 in 100 million. Never 0, which stands for nobody.
 */
public final class MetricHash {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private MetricHash() {}

    public static long of(String id) {
        return finish(mix(OFFSET, id));
    }

    /** Of an id that is unique within a network only: the customer 7 of one network is not the 7 of another. */
    public static long of(String network, String id) {
        return finish(mix((mix(OFFSET, network) ^ '|') * PRIME, id));
    }

    private static long mix(long hash, String text) {
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long finish(long hash) {
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
