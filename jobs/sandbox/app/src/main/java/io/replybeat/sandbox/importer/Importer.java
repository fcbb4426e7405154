package io.replybeat.sandbox.importer;

import java.io.IOException;
import java.nio.file.Path;

/** How does a public file of care conversations become care events? Same file, same events, in the file's order. */
public interface Importer {

    /**
     * Writes {@code output} as JSON Lines, whole or not at all. A bad row is skipped with its line and reason, never a crash.
     *
     * @throws CannotImport when the input is no such file
     */
    ImportReport run(Path input, Path output, ImportProgress progress) throws IOException;
}
