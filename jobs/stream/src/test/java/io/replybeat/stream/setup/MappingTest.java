package io.replybeat.stream.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.stream.acknowledge.Acknowledgement;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.Health;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A strict mapping turns down what it does not know, so what the program writes and what it says must be one. */
class MappingTest {

    @ParameterizedTest
    @EnumSource(names = {"FACTS", "CONVERSATIONS", "WINDOWS", "MESSAGES", "ALERTS", "CALLOUTS", "REJECTED"})
    void the_mapping_knows_every_field_that_is_written_and_no_other(Kind kind) {
        Set<String> written = new TreeSet<>();
        for (Document document : SampleDocuments.all()) {
            if (document.kind() == kind) {
                collect("", document.body().fields(), written);
            }
        }
        Set<String> mapped = new TreeSet<>();
        collect("", Templates.resource(kind.word()).at("/template/mappings/properties"), mapped);
        assertThat(written).as("fields of %s", kind.word()).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void the_mapping_knows_every_field_of_an_acknowledgement_and_no_other() {
        Set<String> mapped = new TreeSet<>();
        collect("", Templates.resource(Acknowledgements.WORD).at("/template/mappings/properties"), mapped);
        assertThat(new Acknowledgement("alert", "Mia", Instant.EPOCH, "on it").fields())
                .containsOnlyKeys(mapped);
    }

    @Test
    void the_mapping_knows_every_field_of_a_sinks_health_and_no_other() {
        Set<String> mapped = new TreeSet<>();
        collect("", Templates.resource(Health.WORD).at("/template/mappings/properties"), mapped);
        assertThat(new Health("window-sink", 0, 1, 2, 3, new Health.Progress(4, 5, 6, 7, 8)).fields())
                .containsOnlyKeys(mapped);
    }

    private static void collect(String path, Map<?, ?> fields, Set<String> into) {
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(path + name + ".", inner, into);
            } else if (value instanceof List<?> list && list.get(0) instanceof Map<?, ?> inner) {
                collect(path + name + ".", inner, into);
            } else {
                into.add(path + name);
            }
        });
    }

    private static void collect(String path, JsonNode properties, Set<String> into) {
        properties.properties().forEach(field -> {
            JsonNode inner = field.getValue().path("properties");
            if (inner.isMissingNode()) {
                into.add(path + field.getKey());
            } else {
                collect(path + field.getKey() + ".", inner, into);
            }
        });
    }
}
