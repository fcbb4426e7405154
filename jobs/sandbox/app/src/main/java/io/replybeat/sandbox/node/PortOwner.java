package io.replybeat.sandbox.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers which process listens on a port, as far as the system tells: on Linux, for processes of the same user.
 *
 * @param process the listening process
 */
record PortOwner(ProcessHandle process) {
    private static final String LISTENING = "0A";

    static Optional<PortOwner> of(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> listeners(Path.of(table), port))
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(PortOwner::new);
    }

    String describe() {
        List<String> command = command();
        boolean ours = command.stream().anyMatch(word -> word.startsWith("io.replybeat.sandbox."));
        String program = command.isEmpty()
                ? "another program"
                : Path.of(command.get(0)).getFileName().toString();
        return (ours ? "another Replybeat" : program) + " (process " + process.pid() + ")";
    }

    /** From the system itself: what Java tells of a command line ends within the class path. */
    private List<String> command() {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .split("\0"));
        } catch (IOException goneOrForeign) {
            return List.of();
        }
    }

    /** Rows are {@code sl local:port remote:port state … inode}, addresses and ports in hexadecimal. */
    private static Stream<String> listeners(Path table, int port) {
        String suffix = String.format(":%04X", port);
        return lines(table).stream()
                .skip(1)
                .map(row -> row.trim().split("\\s+"))
                .filter(row -> row[1].endsWith(suffix) && row[3].equals(LISTENING))
                .map(row -> "socket:[" + row[9] + "]");
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
