package io.replybeat.care.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong in several places, so that one run names them all. */
public final class Problems {

    private final List<ConfigException> found = new ArrayList<>();

    /** The answer of {@code read}, or {@code otherwise} if it finds a problem: to be dropped with the whole, by {@link #raise}. */
    public <T> T collect(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (ConfigException problem) {
            found.add(problem);
            return otherwise;
        }
    }

    public void collect(Runnable read) {
        collect(
                () -> {
                    read.run();
                    return null;
                },
                null);
    }

    /** Throws all problems as one, if there is any. */
    public void raise() {
        if (!found.isEmpty()) {
            throw ConfigException.of(found);
        }
    }
}
