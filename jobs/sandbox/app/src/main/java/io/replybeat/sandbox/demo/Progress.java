package io.replybeat.sandbox.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells a person, a line a step, what runs already and how many seconds after the start. */
final class Progress {
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long start;

    Progress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** A part runs, or a piece of work is done. */
    synchronized void done(String part, String detail) {
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        out.println(String.format(Locale.ROOT, "%6.1f s  %-14s %s", seconds, part, detail));
        out.flush();
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
