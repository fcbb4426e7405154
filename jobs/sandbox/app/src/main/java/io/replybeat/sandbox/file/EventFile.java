package io.replybeat.sandbox.file;

import io.replybeat.schema.CareEvent;
import io.replybeat.stream.intake.CareEventJsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of care events as JSON Lines that is either whole or not there: lines go to {@code NAME.partial}, which takes the
 * name when {@link #finish} is called and is removed otherwise.
 */
public final class EventFile implements AutoCloseable {

    private final Path path;
    private final Path partial;
    private final BufferedWriter lines;
    private final CareEventJsonWriter json = new CareEventJsonWriter();
    private long events;

    private EventFile(Path path) throws IOException {
        this.path = path;
        this.partial = path.resolveSibling(path.getFileName() + ".partial");
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        this.lines = Files.newBufferedWriter(partial, StandardCharsets.UTF_8);
    }

    public static EventFile at(Path path) throws IOException {
        return new EventFile(path);
    }

    public void write(CareEvent event) {
        try {
            lines.write(json.write(event));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + partial, e);
        }
        events++;
    }

    public long events() {
        return events;
    }

    public void finish() throws IOException {
        lines.close();
        Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try {
            lines.close();
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
