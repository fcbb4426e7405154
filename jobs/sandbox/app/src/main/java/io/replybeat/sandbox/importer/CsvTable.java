package io.replybeat.sandbox.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows does a CSV file have (RFC 4180: quoted line ends, doubled quotes)? Columns may stand in any order. */
final class CsvTable {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private static final int REPORT_EVERY = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What is done with a row; a {@link BadRow} skips it. */
    interface Reader {
        void read(Row row) throws BadRow;
    }

    private final Path path;
    private final List<String> required;
    private final ImportProgress progress;

    CsvTable(Path path, List<String> required, ImportProgress progress) {
        this.path = path;
        this.required = required;
        this.progress = progress;
    }

    void read(String stage, SkippedRows skipped, Reader reader) throws IOException {
        try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
                MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text)) {
            Map<String, Integer> columns = header(rows);
            long read = 0;
            while (true) {
                long line = rows.getCurrentLocation().getLineNr();
                String[] cells;
                try {
                    if (!rows.hasNextValue()) {
                        break;
                    }
                    cells = rows.nextValue();
                } catch (JsonProcessingException e) {
                    skipped.add(line, "not CSV: " + e.getOriginalMessage());
                    continue;
                }
                if (++read % REPORT_EVERY == 0) {
                    progress.rows(stage, read);
                }
                take(new Row(line, cells, columns), skipped, reader);
            }
            progress.rows(stage, read);
        }
    }

    private static void take(Row row, SkippedRows skipped, Reader reader) {
        int cells = row.cells().length;
        if (cells == 1 && row.cells()[0].isBlank()) {
            return;
        }
        try {
            if (cells != row.columns().size()) {
                throw new BadRow("has %d columns instead of %d"
                        .formatted(cells, row.columns().size()));
            }
            reader.read(row);
        } catch (BadRow e) {
            skipped.add(row.line(), e.getMessage());
        }
    }

    private Map<String, Integer> header(MappingIterator<String[]> rows) throws IOException {
        String[] names = rows.hasNextValue() ? rows.nextValue() : new String[0];
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].replace(BYTE_ORDER_MARK, "").strip(), i);
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new CannotImport("%s has no column %s; its first line must name %s, it names %s"
                    .formatted(
                            path,
                            String.join(", ", missing),
                            String.join(", ", required),
                            String.join(", ", Arrays.asList(names))));
        }
        return columns;
    }
}
