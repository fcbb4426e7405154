package io.replybeat.sandbox.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareDialogsTest {

    private static final String ROWS =
            """
            ts_utc,company,conversation,role,text
            2026-03-04T10:00:00Z,AcmeHelp,c1,client,"Hello, it says ""error"" again"
            2026-03-04T10:00:30Z,Rail,c1,client,Where is my train?
            2026-03-04T10:02:05Z,AcmeHelp,c1,agent,"Sorry!
            We are looking into it."
            2026-03-04T10:02:05Z,AcmeHelp,c1,agent,2/2 please wait
            """;

    @TempDir
    Path folder;

    @Test
    void a_row_becomes_a_public_message_to_the_company() throws IOException {
        JsonNode question = run(ROWS).event("AcmeHelp-c1-1");
        assertThat(question.get("brand").asText()).isEqualTo("AcmeHelp");
        assertThat(question.get("conversation_id").asText()).isEqualTo("c1");
        assertThat(question.get("network").asText()).isEqualTo("x");
        assertThat(question.get("occurred_at").asText()).startsWith("2026-03-04T10:00:00");
        assertThat(question.get("direction").asText()).isEqualTo("inbound");
        assertThat(question.get("author").get("kind").asText()).isEqualTo("customer");
        assertThat(question.get("text").asText()).isEqualTo("Hello, it says \"error\" again");
    }

    @Test
    void conversations_with_the_same_name_at_two_companies_are_two() throws IOException {
        Imported imported = run(ROWS);
        assertThat(imported.conversations())
                .isEqualTo(Map.of(
                        "AcmeHelp|c1", List.of("AcmeHelp-c1-1", "AcmeHelp-c1-2", "AcmeHelp-c1-3"),
                        "Rail|c1", List.of("Rail-c1-1")));
        assertThat(imported.report().toString()).isEqualTo("4 events in 2 conversations of 2 brands; 0 rows skipped");
    }

    @Test
    void rows_of_the_same_second_keep_the_order_of_the_file() throws IOException {
        Imported imported = run(ROWS);
        assertThat(imported.event("AcmeHelp-c1-2").get("sequence").asLong())
                .isLessThan(imported.event("AcmeHelp-c1-3").get("sequence").asLong());
    }

    @Test
    void bad_rows_are_skipped_with_their_line() throws IOException {
        Imported imported = run(
                ROWS
                        + """
                2026-03-04T10:03:00Z,AcmeHelp,c1,boss,hm
                soon,AcmeHelp,c1,client,hm
                2026-03-04T10:03:00Z,,c1,client,hm
                """);
        assertThat(imported.events()).hasSize(4);
        assertThat(imported.skipped())
                .containsExactly(
                        "line 7: role is neither client nor agent: \"boss\"",
                        "line 8: ts_utc is not a time like 2026-03-04T10:00:00Z: \"soon\"",
                        "line 9: company is empty");
    }

    @Test
    void the_same_file_gives_the_same_events() throws IOException {
        assertThat(run(ROWS).events()).isEqualTo(run(ROWS).events());
    }

    private Imported run(String csv) throws IOException {
        return Imported.by(new CareDialogs(), folder, csv);
    }
}
