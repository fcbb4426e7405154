package io.replybeat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records outlive releases: today's reader reads every version ever released, and every released reader reads today's.
 *
 * <p>After a change of a schema: copy it to {@code src/main/resources/released/<name>/v<n+1>.avsc} and run this test once with
 * {@code -Dreplybeat.rewrite=true}, which writes the golden bytes that are missing and never those that are there.
 */
class SchemaCompatibilityTest {

    private static final Path GOLDEN = Path.of("src/test/resources/released/CareEvent");

    /** From their sources: the generated classes add how Java keeps a string. */
    static List<Schema> current() throws IOException {
        List<Schema> current = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            current.add(source(topic.schema().getName()));
        }
        return current;
    }

    private static Schema source(String name) throws IOException {
        return new Schema.Parser()
                .parse(Path.of("src/main/avro", name + ".avsc").toFile());
    }

    @ParameterizedTest
    @MethodSource("current")
    void the_current_schema_is_the_newest_released_one(Schema current) {
        List<Schema> released = Released.versionsOf(current.getName());

        assertThat(released.get(released.size() - 1))
                .as("a changed schema is released as a version of its own")
                .isEqualTo(current);
    }

    @ParameterizedTest
    @MethodSource("current")
    void todays_reader_and_every_released_one_read_each_other(Schema current) {
        for (Schema version : Released.versionsOf(current.getName())) {
            assertThat(compatibility(current, version)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(compatibility(version, current)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
    }

    @Test
    void every_released_version_has_golden_bytes() throws IOException {
        SingleObject<CareEvent> today = SingleObject.ofCareEvents();
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (CareEvent event : Samples.careEvents()) {
            hex.append(HexFormat.of().formatHex(today.encode(event))).append('\n');
            text.append(event).append('\n');
        }
        int newest = Released.versionsOf("CareEvent").size();
        Path bytes = GOLDEN.resolve("v" + newest + ".hex");
        Path meaning = GOLDEN.resolve("v" + newest + ".txt");
        if (Boolean.getBoolean("replybeat.rewrite") && !Files.exists(bytes)) {
            Files.writeString(bytes, hex);
            Files.writeString(meaning, text);
        }

        assertThat(bytes).hasContent(hex.toString());
        assertThat(meaning).hasContent(text.toString());
    }

    @Test
    void the_bytes_of_every_release_still_say_what_they_said() throws Exception {
        for (int version = 1; version <= Released.versionsOf("CareEvent").size(); version++) {
            List<String> records = Files.readAllLines(GOLDEN.resolve("v" + version + ".hex"));
            List<String> expected = Files.readAllLines(GOLDEN.resolve("v" + version + ".txt"));
            SingleObject<CareEvent> today = SingleObject.ofCareEvents();
            for (int i = 0; i < records.size(); i++) {
                CareEvent event = today.decode(HexFormat.of().parseHex(records.get(i)));
                assertThat(event.toString()).isEqualTo(expected.get(i));
            }
            assertThat(records).hasSameSizeAs(expected).isNotEmpty();
        }
    }

    /** The way old records will be read after the next release, shown on a schema of yesterday that has a field less. */
    @Test
    void a_record_of_an_older_schema_is_read_with_the_defaults_of_what_it_lacks() {
        Schema older = new Schema.Parser()
                .parse(CareEvent.getClassSchema().toString().replaceFirst("\\{\"name\":\"sequence\".*?\\},", ""));

        assertThat(older.getField("sequence")).isNull();
        assertThat(compatibility(CareEvent.getClassSchema(), older)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThat(compatibility(older, CareEvent.getClassSchema())).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }
}
