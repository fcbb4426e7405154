package io.replybeat.sandbox.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an import wrote, and what tests ask about it. */
record Imported(ImportReport report, List<JsonNode> events) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Imported by(Importer importer, Path folder, String csv) throws IOException {
        Path input = Files.writeString(folder.resolve("input.csv"), csv);
        return at(importer, input, folder.resolve("events.jsonl"));
    }

    static Imported at(Importer importer, Path input, Path output) throws IOException {
        ImportReport report = importer.run(input, output, ImportProgress.none());
        return new Imported(
                report, Files.readAllLines(output).stream().map(Imported::tree).toList());
    }

    JsonNode event(String id) {
        return events.stream()
                .filter(event -> event.get("event_id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event " + id));
    }

    /** {@code brand|conversation} → the ids of its events, sorted. */
    Map<String, List<String>> conversations() {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("brand").asText() + "|"
                                + event.get("conversation_id").asText(),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        event -> event.get("event_id").asText(), Collectors.toCollection(TreeSet::new)),
                                List::copyOf)));
    }

    List<String> skipped() {
        return report.skipped().stream().map(ImportReport.Skipped::toString).toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
