package io.replybeat.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SingleObjectTest {

    private final SingleObject<CareEvent> events = SingleObject.ofCareEvents();

    @Test
    void a_record_comes_back_as_it_was_written() throws UnreadableRecord {
        for (CareEvent event : Samples.careEvents()) {
            assertThat(events.decode(events.encode(event))).isEqualTo(event);
        }
    }

    @Test
    void any_avro_library_reads_what_we_write() throws Exception {
        CareEvent event = Samples.careEvents().get(0);

        assertThat(CareEvent.getDecoder().decode(events.encode(event))).isEqualTo(event);
    }

    @Test
    void a_record_of_a_schema_never_released_says_which() {
        byte[] record = SingleObject.ofDeadLetters()
                .encode(DeadLetter.newBuilder()
                        .setReason("undecodable")
                        .setDetail("")
                        .setTopic("t")
                        .setPartition(0)
                        .setOffset(0)
                        .setArrivedAt(java.time.Instant.EPOCH)
                        .setOriginal(java.nio.ByteBuffer.allocate(0))
                        .setOriginalSize(0)
                        .build());

        assertThatThrownBy(() -> events.decode(record))
                .isInstanceOfSatisfying(UnreadableRecord.class, e -> assertThat(e.isSchemaUnknown())
                        .isTrue())
                .hasMessageContaining("fingerprint");
    }

    @Test
    void other_framings_get_a_hint_what_they_are() {
        assertThatThrownBy(() -> events.decode(null)).hasMessageContaining("no value");
        assertThatThrownBy(() -> events.decode(new byte[0])).hasMessageContaining("no value");
        assertThatThrownBy(() -> events.decode(new byte[] {0, 0, 0, 0, 7, 2, 2}))
                .hasMessageContaining("schema registry");
        assertThatThrownBy(() -> events.decode(ascii(" {\"event_id\":\"e1\"}"))).hasMessageContaining("backfill");
        assertThatThrownBy(() -> events.decode(ascii("Obj\u0001..."))).hasMessageContaining("file");
        assertThatThrownBy(() -> events.decode(ascii("hello"))).hasMessageContaining("C3 01");
    }

    @Test
    void a_record_cut_short_or_too_long_is_unreadable() {
        byte[] record = events.encode(Samples.careEvents().get(0));

        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> events.decode(cut)).isInstanceOf(UnreadableRecord.class);
        }
        assertThatThrownBy(() -> events.decode(Arrays.copyOf(record, record.length + 3)))
                .hasMessageContaining("3 bytes follow");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
