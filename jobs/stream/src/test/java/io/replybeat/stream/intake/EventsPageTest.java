package io.replybeat.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.BotHandoff;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** docs/events.md tells of every field that a line may have, and its examples can be read. */
class EventsPageTest {

    private static final Path PAGE = Path.of("../../docs/events.md");
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private static final Map<String, Schema> PAYLOADS = Map.of(
            "message", Message.getClassSchema(),
            "status", StatusChange.getClassSchema(),
            "assignment", Assignment.getClassSchema(),
            "tagging", Tagging.getClassSchema(),
            "bot_handoff", BotHandoff.getClassSchema());

    @Test
    void every_example_is_accepted_and_every_type_occurs() throws IOException {
        CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, NOW::toEpochMilli);
        Set<Class<?>> types = new HashSet<>();
        long line = 0;
        for (String example : examples()) {
            Arrival arrival = intake.fromJson(example, new Origin.File("events.jsonl", ++line, 0));
            assertThat(arrival).as(example).isInstanceOf(Arrival.Accepted.class);
            types.add(((Arrival.Accepted) arrival).event().payload().getClass());
        }
        assertThat(types).containsExactlyInAnyOrder(Payload.class.getPermittedSubclasses());
    }

    @Test
    void every_field_of_the_envelope_is_explained() throws IOException {
        List<String> names = new ArrayList<>(List.of("type"));
        for (Schema.Field field : CareEvent.getClassSchema().getFields()) {
            if (!field.name().equals("payload")) {
                names.add(field.name());
            }
        }
        assertExplained("every event", names);
    }

    @Test
    void every_field_and_word_of_a_payload_is_explained_at_its_type() throws IOException {
        assertThat(PAYLOADS.values())
                .containsExactlyInAnyOrderElementsOf(
                        CareEvent.getClassSchema().getField("payload").schema().getTypes());
        for (Map.Entry<String, Schema> payload : PAYLOADS.entrySet()) {
            assertExplained("every event", List.of(payload.getKey()));
            List<String> names = new ArrayList<>();
            collect(payload.getValue(), "", names);
            assertExplained(payload.getKey(), names);
        }
    }

    private static void assertExplained(String heading, List<String> names) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("## " + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        String section = page.substring(start, page.indexOf("\n## ", start));
        assertThat(names).allSatisfy(name -> assertThat(section).contains("`" + name + "`"));
    }

    private static List<String> examples() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(start, page.indexOf("```", start)).lines().toList();
    }

    /** Names as JSON has them; an actor's kinds are an author's and told there. */
    private static void collect(Schema record, String prefix, List<String> names) {
        for (Schema.Field field : record.getFields()) {
            String name = prefix + field.name();
            names.add(name);
            Schema value = valueOf(field.schema());
            if (value.getType() == Schema.Type.RECORD) {
                collect(value, name + ".", names);
            } else if (value.getType() == Schema.Type.ENUM && !name.equals("actor.kind")) {
                value.getEnumSymbols().stream()
                        .skip(1) // UNKNOWN, which nobody writes
                        .forEach(word -> names.add(word.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static Schema valueOf(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
