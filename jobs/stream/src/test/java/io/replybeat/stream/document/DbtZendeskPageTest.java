package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every name of ours in docs/dbt-zendesk.md is a field of the documents that the page speaks of. */
class DbtZendeskPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "dbt-zendesk.md");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void fields_of_tickets_are_fields_of_conversations_or_facts() throws IOException {
        List<String> cells = ourCells("## Tickets");
        assertThat(cells).hasSizeGreaterThan(15);
        for (String cell : cells) {
            assertThat(MappedField.pathsOf(cell.startsWith("*facts*") ? "facts" : "conversations"))
                    .containsAll(names(cell));
        }
    }

    @Test
    void fields_of_service_levels_are_fields_of_facts() throws IOException {
        List<String> cells = ourCells("## Service levels");
        assertThat(cells).hasSizeGreaterThan(5);
        for (String cell : cells) {
            assertThat(MappedField.pathsOf("facts")).containsAll(names(cell));
        }
    }

    /** The second cell of each row of the section's table. */
    private static List<String> ourCells(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| ")[1])
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }
}
