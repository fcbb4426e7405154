package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.schema.CareEvent;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.CareEventIntake;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {

    @TempDir
    Path folder;

    @Test
    void a_file_holds_one_event_a_line_and_is_the_same_every_time() throws IOException {
        Path once = folder.resolve("a/once.jsonl");
        Path again = folder.resolve("again.jsonl");
        Settings settings = Played.quiet(2, 60);
        long lines = Simulate.toFile(settings, Played.MONDAY.plus(Duration.ofDays(1)), once);
        Simulate.toFile(settings, Played.MONDAY.plus(Duration.ofDays(1)), again);
        assertThat(Files.readAllLines(once)).hasSize((int) lines).allMatch(line -> line.startsWith("{\"event_id\":"));
        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Files.list(once.getParent())).containsExactly(once);
    }

    @Test
    void the_intake_takes_every_line() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Instant end = Played.MONDAY.plus(Duration.ofDays(1));
        Simulate.toFile(Played.quiet(2, 60), end, file);
        CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, end::toEpochMilli);
        long number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            assertThat(intake.fromJson(line, new Origin.File("events.jsonl", number, end.toEpochMilli())))
                    .as(line)
                    .isInstanceOf(Arrival.Accepted.class);
        }
    }

    @Test
    void the_demo_brands_are_valid_and_every_simulated_brand_is_among_them() {
        Brands brands = Brands.parse(Settings.demoYaml());
        List<String> played = Played.of(Played.quiet(2, 60), Duration.ofHours(12))
                .events()
                .map(CareEvent::getBrand)
                .distinct()
                .toList();
        assertThat(played).hasSize(6);
        assertThat(brands.named().keySet()).containsAll(played);
    }
}
