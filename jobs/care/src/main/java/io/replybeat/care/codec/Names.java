package io.replybeat.care.codec;

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
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SLOTS.length - 1);
        String known = SLOTS[slot];
        if (name.equals(known)) {
            return known;
        }
        SLOTS[slot] = name;
        return name;
    }
}
