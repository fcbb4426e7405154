package io.replybeat.sandbox.demo;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Sends the log of this process to a file from now on. */
final class LogFile {
    private LogFile() {}

    static Path in(Path directory) {
        Path file = directory.resolve("replybeat.log");
        System.setProperty("replybeat.log", file.toString());
        try {
            Configurator.reconfigure(
                    LogFile.class.getResource("/log4j2-file.properties").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }
}
