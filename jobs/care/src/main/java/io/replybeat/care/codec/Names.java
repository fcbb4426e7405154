package io.replybeat.care.codec;

import java.nio.charset.StandardCharsets;

/**
 * Gives equal names one instance: brands, networks, agents and teams come a million times and are a few hundred.
 *
 * <p>A table that forgets: a name takes the place of another with the same slot, so it never grows, 4096 names at most.
 * Threads may share it without locks, because a string is safe however it is seen.
 */
public final class Names {

    private static final String[] SLOTS = new String[4096];
    private static final int LONGEST = 64;

    private Names() {}

    public static String shared(String name) {
        if (name == null || name.length() > LONGEST) {
            return name;
        }
        int slot = slot(name.hashCode());
        String known = SLOTS[slot];
        if (name.equals(known)) {
            return known;
        }
        SLOTS[slot] = name;
        return name;
    }

    /** The name of these bytes, UTF-8. One that is known already costs no allocation. */
    static String shared(byte[] bytes, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        String known = SLOTS[slot(hash)];
        return known != null && isAscii(known, bytes, length)
                ? known
                : shared(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SLOTS.length - 1);
    }

    /** Whether the name consists of these bytes, each of them a character of its own. */
    private static boolean isAscii(String name, byte[] bytes, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0 || name.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
