package io.replybeat.sandbox.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Promises that a node runs in a JVM of its own for exactly as long as this process wants it.
 *
 * <p>The node says when it is ready, so nobody polls; its standard input is its life line: it ends with {@link #close()}
 * and with the death of this process, {@code kill -9} included.
 */
final class ChildJvm implements AutoCloseable {
    /** Nodes start in 2 to 4 s on 2 cores; a machine that is ten times as busy still makes it. */
    private static final long READY_WITHIN_SECONDS = 90;

    /** Orderly stops were seen to take 0.2 to 0.7 s; Ctrl-C promises 5 s for everything. */
    private static final long STOPPED_WITHIN_SECONDS = 3;

    private static final int LOG_LINES_SHOWN = 15;

    /** A Ctrl-C reaches every process of the terminal: only the parent may heed it, so that it stops the nodes last. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts a module's main class and waits until it has said that it is ready.
     *
     * @param directory gets the log {@code NAME.log} and temporary files
     * @throws CannotStart with the end of its log
     */
    static ChildJvm start(
            String name, String module, String mainClass, String heap, Path directory, List<String> arguments) {
        Path log = directory.resolve(name + ".log");
        try {
            Path temporary = Files.createDirectories(directory.resolve("tmp"));
            List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
            command.addAll(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary));
            command.addAll(List.of("-cp", classPath(Home.module(module)), mainClass));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectError(Redirect.to(log.toFile()))
                    .start();
            ChildJvm child = new ChildJvm(process);
            if (!child.isReadyInTime()) {
                process.destroyForcibly();
                throw new CannotStart(name + " did not start. The end of " + log + ":\n" + tail(log));
            }
            return child;
        } catch (IOException e) {
            throw new CannotStart("Cannot start " + name + " in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Completes when the process has ended, wanted or not. */
    CompletableFuture<Void> ended() {
        return process.onExit().thenAccept(ignored -> {});
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReadyInTime() {
        return CompletableFuture.supplyAsync(this::firstLine)
                .completeOnTimeout("", READY_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join()
                .startsWith("ready ");
    }

    /** Its only line on standard output, or nothing when the process ended before it had one. */
    private String firstLine() {
        try {
            return Objects.requireNonNullElse(process.inputReader().readLine(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(Path module) throws IOException {
        Path list = module.resolve("target/classpath.txt");
        if (!Files.exists(list)) {
            throw new CannotStart(list + " is missing: build first, with `mvn -DskipTests package`");
        }
        return module.resolve("target/classes") + ":" + Files.readString(list).strip();
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }
}
