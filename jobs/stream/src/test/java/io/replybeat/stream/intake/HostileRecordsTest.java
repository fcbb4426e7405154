package io.replybeat.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.RandomEvents;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes, there is an answer, and it does not take long: 200 000 broken records in a minute, most far faster. */
@Timeout(60)
class HostileRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Origin HERE = new Origin.Kafka("events", 0, 0, 0);

    private final Random random = new Random(99);
    private final CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, NOW::toEpochMilli);
    private final List<byte[]> valid = valid();

    @Test
    void random_bytes_behind_a_good_header_are_rejected_or_make_sense() {
        for (int i = 0; i < 100_000; i++) {
            byte[] record = new byte[10 + random.nextInt(200)];
            random.nextBytes(record);
            System.arraycopy(valid.get(0), 0, record, 0, 10);
            answer(record);
        }
    }

    @Test
    void random_bytes_are_rejected() {
        for (int i = 0; i < 100_000; i++) {
            byte[] record = new byte[random.nextInt(200)];
            random.nextBytes(record);
            assertThat(answer(record)).isInstanceOf(Rejection.class);
        }
    }

    @Test
    void records_cut_short_are_rejected() {
        for (byte[] record : valid) {
            byte[] cut = Arrays.copyOf(record, random.nextInt(record.length));
            assertThat(answer(cut)).isInstanceOf(Rejection.class);
        }
    }

    @Test
    void flipped_bits_are_survived() {
        for (int i = 0; i < 100_000; i++) {
            byte[] record = valid.get(i % valid.size()).clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                record[10 + random.nextInt(record.length - 10)] ^= (byte) (1 << random.nextInt(8));
            }
            if (answer(record) instanceof Arrival.Accepted accepted) {
                long occurredAt = accepted.event().occurredAt();
                assertThat(occurredAt)
                        .isBetween(0L, NOW.plus(Limits.DEFAULT.ahead()).toEpochMilli());
            }
        }
    }

    @Test
    void broken_lines_of_json_are_survived() {
        CareEventJsonWriter json = new CareEventJsonWriter();
        for (var event : new RandomEvents(6).next(20_000)) {
            byte[] line = json.write(WireEvents.of(event)).getBytes(StandardCharsets.UTF_8);
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            assertThat(intake.fromJson(line, HERE)).isNotNull();
            assertThat(intake.fromJson(Arrays.copyOf(line, random.nextInt(line.length)), HERE))
                    .isInstanceOf(Rejection.class);
        }
    }

    @Test
    void a_megabyte_of_claims_takes_less_than_a_second() {
        byte[] record = new byte[1 << 20];
        Arrays.fill(record, (byte) 0xFE);
        System.arraycopy(valid.get(0), 0, record, 0, 10);
        long start = System.nanoTime();
        answer(record);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    private Arrival answer(byte[] record) {
        Arrival arrival = intake.fromAvro(record, HERE);
        assertThat(arrival).isNotNull();
        if (arrival instanceof Rejection rejection) {
            assertThat(rejection.detail()).doesNotContain("reading it failed");
        }
        return arrival;
    }

    private static List<byte[]> valid() {
        SingleObject<CareEvent> avro = SingleObject.ofCareEvents();
        return new RandomEvents(5)
                .next(5_000).stream()
                        .map(event -> avro.encode(WireEvents.of(event)))
                        .toList();
    }
}
