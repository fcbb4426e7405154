package io.replybeat.sandbox.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Picks the first responses out of the fact documents, so that the printed summary is read from what was written. */
final class FirstResponseReader implements Consumer<byte[]> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FirstResponses firstResponses;

    FirstResponseReader(FirstResponses firstResponses) {
        this.firstResponses = firstResponses;
    }

    @Override
    public void accept(byte[] document) {
        try {
            JsonNode fact = JSON.readTree(document);
            if (fact.path("kind").asText().equals("first_response")) {
                firstResponses.add(
                        fact.path("brand").asText(), fact.path("seconds").asLong());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
