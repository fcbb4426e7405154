package io.replybeat.care.clock;

import io.replybeat.care.fact.Entry;

/** Who is told what changed: {@code before} is null for a new entry, {@code after} is null for one that is gone. */
@FunctionalInterface
public interface Books {

    void changed(Entry before, Entry after);
}
