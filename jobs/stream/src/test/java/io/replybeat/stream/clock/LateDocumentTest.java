package io.replybeat.stream.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.RandomEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateDocumentTest {

    @Test
    void the_strict_mapping_of_late_events_knows_every_field_and_no_other() throws IOException {
        Event event = new RandomEvents(1).next();
        try (InputStream template = getClass().getResourceAsStream("/elasticsearch/late.json")) {
            JsonNode mapped = new ObjectMapper().readTree(template).at("/template/mappings/properties");
            List<String> names = mapped.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            assertThat(new LateDocument(event, event.occurredAt() + 1).fields().keySet())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
