package io.replybeat.dashboard;

import java.io.IOException;

/** How does the page's server reach Elasticsearch: with whose rights, trusting whom? Safe from any thread. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends one request and waits for its answer.
     *
     * @param path from the root of Elasticsearch on
     * @throws IOException when there is no answer in time
     */
    Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException;

    /** @param body empty, never null */
    record Answer(int status, byte[] body) {}
}
