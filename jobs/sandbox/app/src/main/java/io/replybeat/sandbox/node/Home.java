package io.replybeat.sandbox.node;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers where the built repository is, for everything that is started from it rather than bundled.
 *
 * <p>The launcher says so in the system property {@code replybeat.home}; tests find it above their own classes.
 */
final class Home {
    private static final String PROPERTY = "replybeat.home";

    private Home() {}

    static Path directory() {
        String given = System.getProperty(PROPERTY);
        return given != null ? Path.of(given) : above(ownClasses());
    }

    /** The directory of a module that is started as a process, such as {@code kafka-node}. */
    static Path module(String name) {
        return directory().resolve("jobs").resolve("sandbox").resolve(name);
    }

    private static Path above(Path start) {
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve("jobs/sandbox/kafka-node/pom.xml"))) {
                return candidate;
            }
        }
        throw new CannotStart(
                "No Replybeat repository above " + start + ": start with ./replybeat or set -D" + PROPERTY);
    }

    private static Path ownClasses() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
