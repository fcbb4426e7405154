package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** A brand as the stub holds it: open waits, window documents of the last hour and of today. */
public record StubBrand(
        String name, Instant lastEventAt, List<Instant> waitingSince, List<JsonNode> minutes, List<JsonNode> days) {

    static StubBrand named(String name, Instant lastEventAt) {
        return new StubBrand(name, lastEventAt, List.of(), List.of(), List.of());
    }

    StubBrand waitingSince(Instant... since) {
        return new StubBrand(name, lastEventAt, List.of(since), minutes, days);
    }

    StubBrand minutes(JsonNode... minutes) {
        return new StubBrand(name, lastEventAt, waitingSince, List.of(minutes), days);
    }

    StubBrand days(JsonNode... days) {
        return new StubBrand(name, lastEventAt, waitingSince, minutes, List.of(days));
    }
}
