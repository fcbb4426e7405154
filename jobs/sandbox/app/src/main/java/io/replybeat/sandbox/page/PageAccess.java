package io.replybeat.sandbox.page;

import io.replybeat.dashboard.Acknowledging;
import io.replybeat.dashboard.Acknowledging.Held;
import io.replybeat.dashboard.Transport;
import io.replybeat.stream.acknowledge.Acknowledgement;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.acknowledge.Outcome;
import io.replybeat.stream.acknowledge.Outcome.Acknowledged;
import io.replybeat.stream.acknowledge.Outcome.AlreadyAcknowledged;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.options.JobOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** How does the page reach Elasticsearch: with the same address, rights and trust as the job. */
public final class PageAccess implements AutoCloseable {

    /** A page that ticks every second is stale well before a slower answer would arrive. */
    private static final int ANSWER_WITHIN_SECONDS = 5;

    private final ElasticsearchClient client;

    private PageAccess(ElasticsearchClient client) {
        this.client = client;
    }

    public static PageAccess of(JobOptions options) {
        return new PageAccess(new ElasticsearchClient(ElasticsearchOptions.of(options)));
    }

    public Transport transport() {
        return (path, contentType, body) -> {
            try {
                ElasticsearchClient.Answer answer = client.send("POST", path, contentType, body)
                        .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                        .join();
                return new Transport.Answer(answer.status(), answer.body());
            } catch (CompletionException e) {
                throw new IOException(e.getCause());
            }
        };
    }

    public static Acknowledging acknowledging(Acknowledgements acknowledgements) {
        return (alertId, by, at, note) -> held(acknowledgements.acknowledge(alertId, by, at, note));
    }

    private static Optional<Held> held(Outcome outcome) {
        if (outcome instanceof Acknowledged done) {
            Acknowledgement said = done.acknowledgement();
            return Optional.of(new Held(said.by(), said.at(), said.note()));
        }
        return outcome instanceof AlreadyAcknowledged first
                ? Optional.of(new Held(first.by(), first.at(), null))
                : Optional.empty();
    }

    @Override
    public void close() {
        client.close();
    }
}
