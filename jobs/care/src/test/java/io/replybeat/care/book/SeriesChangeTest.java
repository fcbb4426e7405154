package io.replybeat.care.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SeriesChangeTest {

    private static final long TEN = 1_772_618_400_000L;

    @Test
    void a_change_arrives_as_it_was_sent_also_where_it_came_to_nothing() throws IOException {
        SeriesChange sent = SeriesChange.of(new Series("a|b", Cut.TEAM, "50% | more"));
        sent.in(TEN).count(Counter.MESSAGES_IN_PUBLIC, -2);
        sent.in(TEN - Panes.MINUTE).count(Counter.WAITS_WAITING, 1);
        sent.in(TEN + Panes.MINUTE);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SeriesChange.SeriesChangeCodec.CODEC.write(sent, new DataOutputStream(bytes));
        SeriesChange arrived = SeriesChange.SeriesChangeCodec.CODEC.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(arrived.series()).isEqualTo(sent.series());
        assertThat(arrived.minutes()).isEqualTo(sent.minutes()).containsEntry(TEN + Panes.MINUTE, new Summary());
    }

    @Test
    void changes_of_the_same_slice_add_up_minute_by_minute() {
        SeriesChange first = SeriesChange.of(Series.ofBrand("acme"));
        first.in(TEN).count(Counter.MESSAGES_IN_PUBLIC, 3);
        SeriesChange second = SeriesChange.of(Series.ofBrand("acme"));
        second.in(TEN).count(Counter.MESSAGES_IN_PUBLIC, -1);
        second.in(TEN + Panes.MINUTE).count(Counter.MESSAGES_IN_PUBLIC, 5);

        first.take(second);

        assertThat(first.minutes().get(TEN).get(Counter.MESSAGES_IN_PUBLIC)).isEqualTo(2);
        assertThat(first.minutes().get(TEN + Panes.MINUTE).get(Counter.MESSAGES_IN_PUBLIC))
                .isEqualTo(5);
    }
}
