package io.replybeat.stream.erase;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** By which handles do others mention the author? Those stored as keyed hashes do not tell. */
final class Handles {

    private static final Pattern AT = Pattern.compile("^\\s*[@＠]");
    static final Pattern HASHED = Pattern.compile("p_[0-9a-f]{32}");

    private final Set<String> plain = new LinkedHashSet<>();
    private final Set<String> brands = new LinkedHashSet<>();
    private boolean someHashed;

    Handles(Set<String> given) {
        given.forEach(this::add);
    }

    /** With or without its @; empty where a message has none. */
    void add(String handle) {
        String bare = AT.matcher(handle).replaceFirst("").strip();
        if (HASHED.matcher(bare).matches()) {
            someHashed = true;
        } else if (!bare.isEmpty() && !brands.contains(bare)) {
            plain.add(bare);
        }
    }

    /** Without the @. */
    Set<String> plain() {
        return Collections.unmodifiableSet(plain);
    }

    /** From now on these are no handles of the author, also if another message has them. */
    void leaveToTheBrand(Collection<String> handles) {
        brands.addAll(handles);
        plain.removeAll(brands);
    }

    /** Those left to the brand, without the @. */
    Set<String> brands() {
        return Collections.unmodifiableSet(brands);
    }

    boolean areHidden() {
        return someHashed && plain.isEmpty();
    }
}
