package io.replybeat.sandbox.importer;

import io.replybeat.sandbox.file.EventFile;
import io.replybeat.schema.CareEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Imports threads of tweets in the PHEME/RumourEval layout as if a brand were what they are about.
 *
 * <p>A thread is a directory with a {@code source-tweets} or {@code source-tweet} directory in it, at any depth; it becomes a
 * conversation under its source's id. All tweets are inbound posts of customers, the brand never answers. The data have no mood: a source
 * tweet counts as what it stands for here, a callout, and is labelled negative; replies are left to the reader of the events.
 */
public final class Pheme implements Importer {

    private static final List<String> SOURCES = List.of("source-tweets", "source-tweet");
    private static final List<String> REPLIES = List.of("reactions", "replies", "context");
    private static final int REPORT_EVERY = 100;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final String brand;

    public Pheme(String brand) {
        this.brand = brand;
    }

    @Override
    public ImportReport run(Path input, Path output, ImportProgress progress) throws IOException {
        if (!Files.isDirectory(input)) {
            throw new CannotImport(input + " is no directory; --input wants one with threads below it");
        }
        List<Path> threads = threads(input);
        if (threads.isEmpty()) {
            throw new CannotImport(
                    "%s holds no thread: no directory with %s in it".formatted(input, String.join(" or ", SOURCES)));
        }
        SkippedRows skipped = new SkippedRows(progress);
        Set<String> written = new HashSet<>();
        Set<String> conversations = new HashSet<>();
        Instant last = null;
        try (EventFile file = EventFile.at(output)) {
            long read = 0;
            for (Path thread : threads) {
                for (CareEvent event : events(input, thread, skipped)) {
                    if (written.add(event.getEventId())) {
                        file.write(event);
                        conversations.add(event.getConversationId());
                        last = last == null || event.getOccurredAt().isAfter(last) ? event.getOccurredAt() : last;
                    } else {
                        skipped.addFile(
                                input.relativize(thread).toString(),
                                "tweet " + event.getEventId() + " is there twice; the first counts");
                    }
                }
                if (++read % REPORT_EVERY == 0) {
                    progress.rows("reading threads", read);
                }
            }
            progress.rows("reading threads", read);
            file.finish();
            return skipped.report(file.events(), conversations.size(), conversations.isEmpty() ? 0 : 1)
                    .withAdvice(last == null ? null : advice(last));
        }
    }

    /** Threads end with their last reply: what nobody answered is due only later. */
    private static String advice(Instant last) {
        return "For whom nobody answered, let time go on: backfill --as-of " + last.plus(A_DAY);
    }

    /** In the order of their paths, so that the same directory gives the same file everywhere. */
    private static List<Path> threads(Path input) throws IOException {
        try (Stream<Path> all = Files.walk(input)) {
            return all.filter(Files::isDirectory)
                    .filter(Pheme::isThread)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isThread(Path directory) {
        return SOURCES.stream().anyMatch(name -> Files.isDirectory(directory.resolve(name)));
    }

    private List<CareEvent> events(Path root, Path directory, SkippedRows skipped) throws IOException {
        TweetThread thread = new TweetThread(brand);
        for (String name : SOURCES) {
            read(root, directory.resolve(name), true, thread, skipped);
        }
        for (String name : REPLIES) {
            read(root, directory.resolve(name), false, thread, skipped);
        }
        readStructure(root, directory.resolve("structure.json"), thread, skipped);
        return thread.events();
    }

    private static void readStructure(Path root, Path file, TweetThread thread, SkippedRows skipped)
            throws IOException {
        if (Files.isRegularFile(file)) {
            try {
                thread.structure(TweetJson.parse(Files.readAllBytes(file)));
            } catch (BadRow e) {
                skipped.addFile(root.relativize(file).toString(), e.getMessage());
            }
        }
    }

    private static void read(Path root, Path directory, boolean source, TweetThread thread, SkippedRows skipped)
            throws IOException {
        for (Path file : tweets(directory)) {
            try {
                thread.add(TweetJson.read(Files.readAllBytes(file)), source);
            } catch (BadRow e) {
                skipped.addFile(root.relativize(file).toString(), e.getMessage());
            }
        }
    }

    /** Those of a Mac's shadow files and of other programs apart. */
    private static List<Path> tweets(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
