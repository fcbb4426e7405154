package io.replybeat.sandbox.demo;

import io.replybeat.care.brand.Brands;
import io.replybeat.dashboard.DemoControls;
import io.replybeat.dashboard.LivePage;
import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.sandbox.node.CannotStart;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.sandbox.node.LocalJob;
import io.replybeat.sandbox.node.Ports;
import io.replybeat.sandbox.page.PageAccess;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.KafkaStart;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.setup.Setup;
import io.replybeat.stream.setup.Step;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the whole system on this machine until it is told to stop, and leaves nothing behind: no process, no port, no file.
 *
 * <pre>
 * simulator ──▶ Kafka ──▶ job (Flink, in this process) ──▶ Elasticsearch ──▶ live page
 *              own JVM                                        own JVM
 * </pre>
 */
public final class Demo implements AutoCloseable {
    /** Ctrl-C promises 5 s for everything, on a busy machine too; what is not stopped by then is killed. */
    private static final long PARTS_STOP_WITHIN_MS = 2_500;

    private final DemoSettings settings;
    private final Progress progress;
    private final Parts parts = new Parts();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private volatile RunDirectory directory;
    private volatile DemoControls controls;
    private boolean closed;

    public Demo(DemoSettings settings, PrintWriter out) {
        this.settings = settings;
        this.progress = new Progress(out, System::nanoTime);
    }

    /**
     * Starts everything and plays until {@link #close}.
     *
     * @throws CannotStart when a part does not come up, or ends although nobody asked it to; its logs are kept
     */
    public void run() {
        requireFreePorts();
        directory = RunDirectory.open(settings.directory(), settings.keep());
        Path log = LogFile.in(directory.path());
        try {
            start(directory.path());
            String part = ended.join();
            throw new CannotStart(part + " ended unexpectedly; see " + log);
        } catch (RuntimeException failure) {
            if (!parts.isStopping()) {
                directory.keep();
                throw failure;
            }
        }
    }

    /** What one can do to the traffic; null before there is any. */
    DemoControls controls() {
        return controls;
    }

    private void requireFreePorts() {
        Ports.requireFree(settings.pagePort(), "--port");
        Ports.requireFree(settings.kafkaPort(), "--kafka-port");
        Ports.requireFree(settings.elasticsearchPort(), "--elasticsearch-port");
        Ports.requireFree(settings.flinkPort(), "--flink-port");
    }

    private void start(Path run) {
        CompletableFuture<KafkaBroker> broker = CompletableFuture.supplyAsync(() -> kafka(run.resolve("kafka")));
        CompletableFuture<ElasticsearchServer> server =
                CompletableFuture.supplyAsync(() -> elasticsearch(run.resolve("elasticsearch")));
        JobOptions options =
                options(broker.join().bootstrapServers(), server.join().url());
        setUp(options);
        LocalJob job = job(run.resolve("flink"), options);
        Acknowledgements acknowledgements = parts.started(Acknowledgements.of(options));
        Play play = play(options);
        controls = play.controls(() -> !caughtUp.isDone());
        LivePage page = parts.started(LivePage.start(
                LivePageConfig.local(settings.pagePort(), server.join().url())
                        .with(PageAccess.acknowledging(acknowledgements), controls)));
        progress.done("live page", page.uri().toString());
        play.awaitLive();
        progress.say("\n  live page      " + page.uri() + "\n  Flink          " + job.webUi() + "\n  Elasticsearch  "
                + server.join().url() + "\n  Kafka          " + broker.join().bootstrapServers()
                + "\n\nCtrl-C stops it all.");
        parts.started(CaughtUp.start(options, this::caughtUp));
    }

    private KafkaBroker kafka(Path in) {
        KafkaBroker broker = parts.started(KafkaBroker.start(in, settings.kafkaPort()));
        progress.done("Kafka", broker.bootstrapServers());
        watch("Kafka", broker.ended());
        return broker;
    }

    private ElasticsearchServer elasticsearch(Path in) {
        ElasticsearchServer server = parts.started(ElasticsearchServer.start(in, settings.elasticsearchPort()));
        progress.done("Elasticsearch", server.url().toString());
        watch("Elasticsearch", server.ended());
        return server;
    }

    private JobOptions options(String bootstrapServers, URI elasticsearch) {
        JobOptions given = settings.job();
        return given.with(given.brands().named().isEmpty() ? Brands.parse(Settings.demoYaml()) : given.brands())
                .with(Options.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers)
                .with(Options.ELASTICSEARCH_URL, elasticsearch)
                .with(Options.KAFKA_START, KafkaStart.EARLIEST)
                .with(Options.STATE_BACKEND, StateBackend.HASHMAP);
    }

    private void setUp(JobOptions options) {
        try (Setup setup = Setup.of(options)) {
            setup.apply(setup.plan(), (Step step) -> {});
        }
        QuickRefresh.put(options);
        progress.done("setup", "topics and index templates");
    }

    private LocalJob job(Path in, JobOptions options) {
        LocalJob job = parts.started(LocalJob.start(in, settings.flinkPort(), settings.metricsPort(), options));
        progress.done("job", job.webUi().toString());
        job.metrics().ifPresent(metrics -> progress.done("metrics", metrics.toString()));
        watch("The job", job.ended());
        return job;
    }

    private Play play(JobOptions options) {
        Play play = parts.started(Play.start(settings, options, progress));
        watch("The simulator", play.ended());
        return play;
    }

    private void caughtUp() {
        progress.done("job", "caught up with the history; live now");
        caughtUp.complete(null);
    }

    private void watch(String part, CompletableFuture<?> end) {
        end.whenComplete((result, failure) -> {
            if (failure == null) {
                ended.complete(part);
            } else {
                ended.completeExceptionally(new CannotStart(part + " failed", failure));
            }
        });
    }

    /** Stops everything; when it returns, nothing of the demo runs any more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Thread stop = new Thread(parts::close, "stop");
        stop.setDaemon(true);
        stop.start();
        try {
            stop.join(PARTS_STOP_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A node that was just starting is nobody's part yet.
        ProcessHandle.current().descendants().forEach(node -> {
            node.destroyForcibly();
            node.onExit().join();
        });
        if (directory != null) {
            directory.close();
            progress.say(directory.isKept() ? "stopped; data and logs are in " + directory.path() : "stopped");
        }
    }
}
