package io.replybeat.sandbox.demo;

import io.replybeat.sandbox.node.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Promises one run a directory of its own, gone when the run ends unless somebody wants to look at it. */
final class RunDirectory implements AutoCloseable {
    /** A thread that is about to end may write a last file while we delete. */
    private static final int ATTEMPTS = 20;

    private final Path path;
    private volatile boolean kept;

    private RunDirectory(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * Makes the directory.
     *
     * @param wanted absent for a new temporary one
     * @throws CannotStart when there is something in it: another run's data, or what the caller would not like to lose
     */
    static RunDirectory open(Path wanted, boolean keep) {
        try {
            Path path = wanted == null
                    ? Files.createTempDirectory("replybeat-")
                    : Files.createDirectories(wanted.toAbsolutePath());
            try (Stream<Path> content = Files.list(path)) {
                if (content.findAny().isPresent()) {
                    throw new CannotStart(path
                            + " is not empty: another run's data, maybe one that still runs.\nDelete it, or choose "
                            + "another directory: --data-dir DIRECTORY");
                }
            }
            return new RunDirectory(path, keep);
        } catch (IOException e) {
            throw new CannotStart("Cannot use " + wanted + " as the data directory", e);
        }
    }

    Path path() {
        return path;
    }

    boolean isKept() {
        return kept;
    }

    /** From now on it stays: something went wrong and its logs say what. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept) {
            delete(path);
        }
    }

    private static void delete(Path tree) {
        for (int attempt = 1; Files.exists(tree); attempt++) {
            try {
                Files.walkFileTree(tree, new Deletion());
            } catch (DirectoryNotEmptyException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Deletes what is there; what others delete at the same moment is gone all the same. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
