package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.file.EventFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Writes simulated traffic to a file of JSON Lines, in the order of arrival: the same settings, the same bytes. */
public final class Simulate {

    private Simulate() {}

    /** @return how many lines, deliveries that came twice included */
    public static long toFile(Settings settings, Instant until, Path output) throws IOException {
        try (EventFile file = EventFile.at(output)) {
            new Traffic(settings).until(until, delivery -> file.write(delivery.event()));
            file.finish();
            return file.events();
        }
    }
}
