package io.replybeat.stream.erase;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** By which handles do others mention the author? Those stored as keyed hashes do not tell. */
final class Handles {

    private static final Pattern AT = Pattern.compile("^\\s*[@＠]");
    private static final Pattern HASHED = Pattern.compile("p_[0-9a-f]{32}");

    private final Set<String> plain = new LinkedHashSet<>();
    private boolean someHashed;

    Handles(Set<String> given) {
        given.forEach(this::add);
    }

    /** With or without its @; empty where a message has none. */
    void add(String handle) {
        String bare = AT.matcher(handle).replaceFirst("").strip();
        if (HASHED.matcher(bare).matches()) {
            someHashed = true;
        } else if (!bare.isEmpty()) {
            plain.add(bare);
        }
    }

    /** Without the @. */
    Set<String> plain() {
        return Collections.unmodifiableSet(plain);
    }

    boolean areHidden() {
        return someHashed && plain.isEmpty();
    }
}
