package io.replybeat.stream.elastic;

import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Requests on their way, which arrive and are answered when the test says so. */
final class Network implements Delivery.Transport {

    /** One request between writer and Elasticsearch. */
    final class Request {
        final byte[] body;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        private Request(byte[] body) {
            this.body = body;
        }

        /** Elasticsearch carries it out and the answer comes back. */
        void arrives() {
            underWay.remove(this);
            answer.complete(new Answer(200, indices.bulk(body)));
        }

        /** Elasticsearch carries it out, but the answer is lost. */
        void arrivesAndTheAnswerIsLost() {
            underWay.remove(this);
            indices.bulk(body);
            answer.completeExceptionally(new java.io.IOException("connection reset"));
        }

        /** The writer stops waiting; the request may still arrive later, as {@link #carryOut}. */
        void timesOut() {
            underWay.remove(this);
            answer.completeExceptionally(new java.net.http.HttpTimeoutException("request timed out"));
        }

        void carryOut() {
            indices.bulk(body);
        }

        void isAnswered(int status, String text) {
            underWay.remove(this);
            answer.complete(new Answer(status, text.getBytes(StandardCharsets.UTF_8)));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        int operations() {
            return (int) text().lines()
                    .filter(line -> line.contains("\"version_type\""))
                    .count();
        }
    }

    final FakeIndices indices;
    final List<Request> underWay = new ArrayList<>();
    int sent;

    Network(FakeIndices indices) {
        this.indices = indices;
    }

    @Override
    public CompletableFuture<Answer> post(byte[] bulk) {
        Request request = new Request(bulk);
        sent++;
        underWay.add(request);
        return request.answer;
    }

    Request only() {
        if (underWay.size() != 1) {
            throw new AssertionError(underWay.size() + " requests are under way, not one");
        }
        return underWay.get(0);
    }
}
