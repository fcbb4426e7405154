package io.replybeat.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.event.RandomEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ArrivalCodecTest {

    @Test
    void events_and_rejections_come_back_as_they_were_written() throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        new RandomEvents(8).next(100).forEach(event -> arrivals.add(new Arrival.Accepted(event)));
        for (Reason reason : Reason.values()) {
            arrivals.add(new Rejection(reason, "a.b", "größer", new Origin.Kafka("t", 1, 2, 3), new byte[] {0, -1}));
            arrivals.add(new Rejection(reason, null, "", new Origin.File("f.jsonl", 1, 0), new byte[0]));
        }
        DataOutputSerializer out = new DataOutputSerializer(64);
        for (Arrival arrival : arrivals) {
            ArrivalCodec.CODEC.write(arrival, out);
        }
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (Arrival arrival : arrivals) {
            Arrival back = ArrivalCodec.CODEC.read(in);
            assertThat(back).isEqualTo(arrival).hasToString(arrival.toString());
        }
        assertThat(in.available()).isZero();
    }

    @Test
    void damaged_bytes_are_told_from_arrivals() {
        assertThatThrownBy(() -> ArrivalCodec.CODEC.read(new DataInputDeserializer(new byte[] {9})))
                .isInstanceOf(IOException.class);
    }
}
