package io.replybeat.stream.callout;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.stream.callout.CalloutRun.Arriving;
import io.replybeat.stream.callout.CalloutRun.Kept;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.JobEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs one pattern over events and stops with a savepoint, or goes on from one. */
final class SavepointRun {

    private static final JobOptions OPTIONS = JobOptions.defaults()
            .with(Options.STATE_BACKEND, StateBackend.HASHMAP)
            .with(Options.PARALLELISM, 1);
    private static final long ELEMENTS_A_SECOND = 100;

    private final Path directory;

    SavepointRun(Path directory) {
        this.directory = directory;
    }

    /** @param witness events of which an alert is raised: once it is there, all events have been seen */
    String until(List<Event> events, List<Event> witness, CalloutPattern pattern) throws Exception {
        List<Event> all = new ArrayList<>(events);
        all.addAll(witness);
        Kept<Alert> raised = new Kept<>();
        StreamExecutionEnvironment env = wired(new Configuration(), "before", all, Long.MAX_VALUE, pattern, raised);
        JobClient job = env.executeAsync("before");
        raised.awaitOne();
        return job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    /** The ids of the alerts that are raised now. */
    List<String> from(String savepoint, List<Event> events, CalloutPattern pattern) throws Exception {
        Configuration flink = new Configuration();
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        flink.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        Kept<Alert> raised = new Kept<>();
        wired(flink, "after", events, events.size() + 1, pattern, raised).execute("after");
        return raised.taken().stream().map(Alert::id).toList();
    }

    private static StreamExecutionEnvironment wired(
            Configuration flink,
            String source,
            List<Event> events,
            long elements,
            CalloutPattern pattern,
            Kept<Alert> raised) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        JobEnvironment.configure(env, OPTIONS);
        List<Arriving> arrivals = new ArrayList<>();
        events.forEach(event -> arrivals.add(Arriving.of(event)));
        arrivals.add(Arriving.upTo(events.get(events.size() - 1).occurredAt()));
        CalloutPipeline.moments(
                        CalloutPipeline.signs(
                                CalloutRun.timely(CalloutRun.source(
                                        env,
                                        source,
                                        arrivals,
                                        elements,
                                        RateLimiterStrategy.perSecond(ELEMENTS_A_SECOND))),
                                Brands.none()),
                        pattern,
                        Brands.none())
                .map(moment -> moment.alert(), CalloutPipeline.ALERT)
                .uid("alerts")
                .sinkTo(raised)
                .uid("raised");
        return env;
    }
}
