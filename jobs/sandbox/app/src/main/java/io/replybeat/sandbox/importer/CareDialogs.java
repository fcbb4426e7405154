package io.replybeat.sandbox.importer;

import io.replybeat.sandbox.file.EventFile;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports a table of dialogs: {@code ts_utc, company, conversation, role, text}, where the role is client or agent.
 *
 * <p>The brand is the company. Authors are not named: a conversation has one client, a company one agent. Rows of a
 * conversation at the same second keep the order of the file.
 */
public final class CareDialogs implements Importer {

    private static final List<String> COLUMNS = List.of("ts_utc", "company", "conversation", "role", "text");

    @Override
    public ImportReport run(Path input, Path output, ImportProgress progress) throws IOException {
        SkippedRows skipped = new SkippedRows(progress);
        Map<String, Integer> rowsOf = new HashMap<>();
        Set<String> brands = new HashSet<>();
        try (EventFile file = EventFile.at(output)) {
            new CsvTable(input, COLUMNS, progress).read("reading dialogs", skipped, row -> {
                String company = row.text("company");
                String conversation = row.text("conversation");
                Instant at = time(row);
                AuthorKind author = author(row);
                int number = rowsOf.merge(company + "|" + conversation, 1, Integer::sum);
                brands.add(company);
                file.write(event(company, conversation, number, at, author, row.optional("text")));
            });
            file.finish();
            return skipped.report(file.events(), rowsOf.size(), brands.size());
        }
    }

    private static CareEvent event(
            String company, String conversation, int number, Instant at, AuthorKind author, String text) {
        String authorId = author == AuthorKind.CUSTOMER ? conversation + "-client" : company;
        return Tweet.event(
                company + "-" + conversation + "-" + number,
                company,
                conversation,
                at,
                number,
                Tweet.message(author, authorId, null, text, null));
    }

    private static Instant time(Row row) throws BadRow {
        String cell = row.text("ts_utc");
        try {
            return Instant.parse(cell);
        } catch (DateTimeParseException e) {
            throw new BadRow("ts_utc is not a time like 2026-03-04T10:00:00Z: " + BadRow.quoted(cell));
        }
    }

    private static AuthorKind author(Row row) throws BadRow {
        String role = row.text("role");
        return switch (role) {
            case "client" -> AuthorKind.CUSTOMER;
            case "agent" -> AuthorKind.AGENT;
            default -> throw new BadRow("role is neither client nor agent: " + BadRow.quoted(role));
        };
    }
}
