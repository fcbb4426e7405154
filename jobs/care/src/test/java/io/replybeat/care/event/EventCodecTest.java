package io.replybeat.care.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final long TEN_O_CLOCK = 1_772_618_400_000L;
    private static final Event MESSAGE = new Event(
            "e1",
            2,
            "acme",
            "c1",
            "x",
            TEN_O_CLOCK,
            TEN_O_CLOCK + 300,
            7,
            new Message(
                    Direction.OUTBOUND,
                    Visibility.DIRECT,
                    new Author("a1", Author.Kind.AGENT),
                    "de",
                    false,
                    "t1",
                    null,
                    "q1",
                    List.of("topic:billing"),
                    new Sentiment(Sentiment.Label.POSITIVE, 0.5)));

    @Test
    void an_event_comes_back_as_it_was_written() throws IOException {
        for (Event event : RandomEvents.understood(1).next(5_000)) {
            assertThat(read(written(event))).isEqualTo(event);
        }
    }

    @Test
    void times_before_1970_and_negative_sequences_come_back_too() throws IOException {
        Event early = new Event("e", 0, "b", "c", "x", -1, -5_000, -3, new Payload.BotHandoff());

        assertThat(read(written(early))).isEqualTo(early);
    }

    @Test
    void the_bytes_of_version_3_never_change() throws IOException {
        String version3 = "03" // version
                + "036531 04 0561636d65 036331 0278" // e1, revision 2, acme, c1, x
                + "8084d2849767 01 d804 0e" // occurred, ingested 300 ms later, sequence 7
                + "00 01 01 01036131" // a message: outbound, direct, agent a1
                + "036465 00 037431 00 037131" // de, no repost, team t1, no saved reply, quick reply q1
                + "01 0e746f7069633a62696c6c696e67" // one tag
                + "02 3fe0000000000000" // positive, 0.5
                + "ff"; // nobody looked what it is about

        assertThat(HexFormat.of().formatHex(written(MESSAGE))).isEqualTo(version3.replace(" ", ""));
    }

    @Test
    void a_message_takes_less_than_a_hundred_bytes() throws IOException {
        assertThat(written(MESSAGE)).hasSizeLessThan(100);
    }

    @Test
    void a_version_of_the_future_is_refused_by_name() throws IOException {
        byte[] bytes = written(MESSAGE);
        bytes[0] = 9;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining("version 9");
    }

    private static byte[] written(Event event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventCodec.CODEC.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Event read(byte[] bytes) throws IOException {
        return EventCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
