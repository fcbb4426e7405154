package io.replybeat.bench;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.util.List;
import picocli.CommandLine.Option;

/** How is measured: the flags that all commands share. */
final class Plan {

    @Option(
            names = "--parallelism",
            split = ",",
            defaultValue = "1,2",
            description = "Subtasks, each number in turn (default: ${DEFAULT-VALUE}).")
    List<Integer> parallelism;

    @Option(
            names = "--state",
            split = ",",
            defaultValue = "hashmap",
            description = "State backends, each in turn: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    List<StateBackend> state;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "Rounds that count, after one that warms up (default: ${DEFAULT-VALUE}).")
    int runs;

    JobOptions options(int subtasks, StateBackend backend) {
        return JobOptions.defaults().with(Options.PARALLELISM, subtasks).with(Options.STATE_BACKEND, backend);
    }
}
