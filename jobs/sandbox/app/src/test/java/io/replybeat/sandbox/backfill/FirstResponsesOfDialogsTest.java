package io.replybeat.sandbox.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.backfill.FirstResponses.Line;
import io.replybeat.sandbox.importer.CareDialogs;
import io.replybeat.sandbox.importer.ImportProgress;
import io.replybeat.stream.options.JobOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and backfill against {@link DialogTable}, which computes the same numbers independently. */
class FirstResponsesOfDialogsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void the_independent_computation_finds_what_a_person_counts_in_the_sample() throws Exception {
        Map<String, List<Long>> counted = DialogTable.firstResponses(sample());
        assertThat(counted)
                .isEqualTo(Map.of(
                        "AcmeHelp", List.of(90L, 601L),
                        "Rail", List.of(0L, 10L, 172_807L),
                        "Bus", List.of(1200L),
                        "Harbor", List.of(30L, 45L, 61L, 75L, 90L, 120L, 300L, 600L, 3600L, 7200L)));
        assertThat(DialogTable.median(counted.get("Harbor"))).isEqualTo(105);
        assertThat(DialogTable.ninetiethPercentile(counted.get("Harbor"))).isEqualTo(3600);
    }

    @Test
    void import_and_backfill_give_the_first_responses_of_the_sample_to_the_second() throws Exception {
        compare(sample());
    }

    @Test
    void import_and_backfill_give_the_first_responses_of_real_dialogs_to_the_second() throws Exception {
        Path real = repository().resolveSibling("shared/data/conversations/care_dialogs.csv");
        assumeTrue(Files.exists(real), "skipped: the real dialogs are not at " + real);
        compare(real);
    }

    private void compare(Path csv) throws Exception {
        Path events = folder.resolve("events.jsonl");
        Path documents = folder.resolve("documents");
        new CareDialogs().run(csv, events, ImportProgress.none());
        Backfill.Result result =
                new Backfill(Backfill.Input.at(events), documents, JobOptions.defaults()).run((read, all, soFar) -> {});
        Map<String, List<Long>> independent = DialogTable.firstResponses(csv);
        assertThat(secondsOfFacts(documents.resolve("facts.jsonl"))).isEqualTo(independent);
        assertThat(result.firstResponses().lines())
                .isEqualTo(independent.entrySet().stream()
                        .map(company -> new Line(
                                company.getKey(),
                                company.getValue().size(),
                                DialogTable.median(company.getValue()),
                                DialogTable.ninetiethPercentile(company.getValue())))
                        .toList());
    }

    private static Map<String, List<Long>> secondsOfFacts(Path facts) throws IOException {
        Map<String, List<Long>> seconds = new TreeMap<>();
        for (String line : Files.readAllLines(facts)) {
            JsonNode fact = JSON.readTree(line);
            if (fact.get("kind").asText().equals("first_response")) {
                seconds.computeIfAbsent(fact.get("brand").asText(), brand -> new ArrayList<>())
                        .add(fact.get("seconds").asLong());
            }
        }
        seconds.values().forEach(values -> values.sort(null));
        return seconds;
    }

    private static Path sample() throws URISyntaxException {
        return Path.of(
                FirstResponsesOfDialogsTest.class.getResource("dialogs.csv").toURI());
    }

    /** The folder with the launcher, from wherever in it the test runs. */
    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("replybeat"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
