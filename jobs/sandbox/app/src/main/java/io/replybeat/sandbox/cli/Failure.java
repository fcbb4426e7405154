package io.replybeat.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** Says in a line or two why a command failed: the messages from the outermost cause to the innermost, each once. */
final class Failure {
    private Failure() {}

    static String explain(Throwable failure, boolean withStackTrace) {
        if (withStackTrace) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!onlyRepeatsItsCause(cause)) {
                reasons.add(reason(cause));
            }
        }
        return String.join("\n  because: ", reasons);
    }

    /** A wrapper without words of its own has its cause's {@code toString} for a message, or some of its message. */
    private static boolean onlyRepeatsItsCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null
                && (failure.getMessage() == null
                        || failure.getMessage().equals(cause.toString())
                        || cause.toString().contains(failure.getMessage()));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist; check the path";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written; check its permissions";
        }
        String type = cause.getClass().getSimpleName();
        if (cause.getMessage() == null) {
            return type;
        }
        // A message such as "acme.jsonl" or "3" means nothing without the kind of failure.
        boolean isSentence = cause.getMessage().contains(" ");
        return isSentence ? cause.getMessage() : type + ": " + cause.getMessage();
    }
}
