package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/documents.md tells of every field that an index has. */
class DocumentsPageTest {

    private static final Path PAGE = Path.of("../../docs/documents.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts",
                "conversations",
                "messages",
                "alerts",
                "acknowledgements",
                "callouts",
                "rejected",
                "late",
                "health"
            })
    void every_field_of_the_mapping_is_explained(String kind) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("## " + kind + "\n");
        int end = page.indexOf("\n## ", start + 1);
        String section = end < 0 ? page.substring(start) : page.substring(start, end);
        assertThat(fields(kind)).isNotEmpty().allSatisfy(field -> assertThat(section)
                .contains("`" + field + "`"));
    }

    private static List<String> fields(String kind) throws IOException {
        try (InputStream template = DocumentsPageTest.class.getResourceAsStream("/elasticsearch/" + kind + ".json")) {
            List<String> names = new ArrayList<>();
            collect(new ObjectMapper().readTree(template).findValue("properties"), "", names);
            return names;
        }
    }

    private static void collect(JsonNode properties, String prefix, List<String> names) {
        properties.properties().forEach(field -> {
            JsonNode inner = field.getValue().get("properties");
            if (inner == null) {
                names.add(prefix + field.getKey());
            } else {
                collect(inner, prefix + field.getKey() + ".", names);
            }
        });
    }
}
