package io.replybeat.sandbox.cli;

import io.replybeat.dashboard.LivePage;
import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.sandbox.page.PageAccess;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the live page for an Elasticsearch that is there already. */
@Command(
        name = "dashboard",
        description = {
            "Serve the live page, reading your own Elasticsearch.",
            "On this machine only, unless --public: then whoever opens it has to know the token."
        },
        showDefaultValues = true,
        footer = {
            "",
            "The options of Elasticsearch work here too; `replybeat config print --help` lists them. It reads, and writes nothing"
                    + " but acknowledgements."
        })
final class DashboardCommand implements Runnable, TakesJobOptions {
    private static final int TOKEN_BYTES = 24;
    private static final int SHORTEST_TOKEN = 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "0 = any free one.")
    private int port;

    @Option(
            names = "--public",
            description = "Listen to the whole network, not to this machine alone.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private boolean open;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "With --public: a file that holds the token, of at least 16 characters.",
                "Without it a new one is made and printed."
            })
    private Path tokenFile;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public void run() {
        if (tokenFile != null && !open) {
            throw new ParameterException(spec.commandLine(), "--token-file is for --public; give both, or neither.");
        }
        JobOptions options = job.options();
        try (Acknowledgements acknowledgements = Acknowledgements.of(options);
                PageAccess access = PageAccess.of(options)) {
            LivePageConfig config = LivePageConfig.local(port, options.get(Options.ELASTICSEARCH_URL))
                    .reading(access.transport(), options.get(Options.ELASTICSEARCH_INDEX_PREFIX))
                    .with(PageAccess.acknowledging(acknowledgements), null);
            String token = open ? token() : null;
            serve(open ? config.publicly("0.0.0.0", token) : config, token, options);
        }
    }

    private void serve(LivePageConfig config, String token, JobOptions options) {
        try (LivePage page = LivePage.start(config)) {
            PrintWriter out = spec.commandLine().getOut();
            String address = token == null
                    ? page.uri().toString()
                    : "http://THIS-MACHINE:" + page.uri().getPort() + "/?token=" + (tokenFile == null ? token : "…");
            out.println(options.get(Options.ELASTICSEARCH_URL) + " ─▶ " + address);
            if (token != null) {
                out.println("It speaks plain HTTP: on a network you do not trust, put a proxy with TLS before it.");
            }
            out.println("Ctrl-C stops it.");
            out.flush();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "Ctrl-C"));
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() {
        if (tokenFile == null) {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        try {
            String token = Files.readString(tokenFile).strip();
            if (token.length() >= SHORTEST_TOKEN
                    && token.chars().allMatch(c -> c > ' ' && c < 127 && ",;\"\\&+%#".indexOf(c) < 0)) {
                return token;
            }
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--token-file: cannot read " + tokenFile.toAbsolutePath() + ". Check the path.");
        }
        throw new ParameterException(
                spec.commandLine(),
                "--token-file: " + tokenFile.toAbsolutePath() + " holds no token: at least " + SHORTEST_TOKEN
                        + " letters, digits, - or _.");
    }
}
