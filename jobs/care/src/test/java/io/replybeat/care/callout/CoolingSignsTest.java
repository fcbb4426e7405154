package io.replybeat.care.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of exchanges, one a minute, where four in a row are worth telling. */
class CoolingSignsTest {

    private static final long MINUTE = 60_000;

    private final ConversationReading reading = new ConversationReading(Brands.none());
    private final List<Sign> told = new ArrayList<>();
    private ConversationMemory memory = new ConversationMemory();
    private int minute;

    @Test
    void three_exchanges_in_a_row_are_not_worth_telling() {
        exchanges(-0.1, -0.2, -0.3);

        assertThat(told).isEmpty();
    }

    @Test
    void with_the_fourth_all_of_the_row_is_told_each_at_its_own_time() {
        exchanges(-0.1, -0.2, -0.3, -0.4);

        assertThat(told)
                .extracting(Sign::kind, Sign::at, Sign::mood)
                .containsExactly(
                        tuple(Kind.WORSE, MINUTE, -100_000L),
                        tuple(Kind.STILL_WORSE, 2 * MINUTE, -200_000L),
                        tuple(Kind.STILL_WORSE, 3 * MINUTE, -300_000L),
                        tuple(Kind.STILL_WORSE, 4 * MINUTE, -400_000L));
    }

    @Test
    void an_exchange_that_sounds_as_the_one_before_neither_counts_nor_interrupts() {
        exchanges(-0.1, -0.2, -0.2, -0.3);
        assertThat(told).isEmpty();

        exchanges(-0.3, -0.4, -0.4);
        assertThat(told).extracting(Sign::mood).containsExactly(-100_000L, -200_000L, -300_000L, -400_000L);
    }

    @Test
    void from_then_on_each_is_told_at_once_and_so_is_the_turn_for_the_better() {
        exchanges(-0.1, -0.2, -0.3, -0.4);
        told.clear();

        exchanges(-0.5, -0.1);

        assertThat(told).extracting(Sign::kind).containsExactly(Kind.STILL_WORSE, Kind.BETTER);
    }

    @Test
    void of_a_row_that_was_not_told_neither_its_end_nor_the_resolution_is() {
        exchanges(-0.1, -0.2, -0.3, 0.4, 0.3, 0.2);
        close();

        assertThat(told).isEmpty();
    }

    @Test
    void a_better_exchange_and_a_resolution_begin_a_new_row() {
        exchanges(-0.1, -0.2, -0.3, 0.4, 0.3, 0.2);
        close();
        exchanges(-0.1, -0.2, -0.3);

        assertThat(told).isEmpty();
    }

    @Test
    void the_resolution_of_a_row_that_was_told_is_told() {
        exchanges(-0.1, -0.2, -0.3, -0.4);
        told.clear();

        close();

        assertThat(told).extracting(Sign::kind).containsExactly(Kind.CLOSED);
    }

    @Test
    void what_is_not_told_yet_is_told_after_a_restore() throws IOException {
        exchanges(-0.1, -0.2, -0.3);

        memory = restored(memory);
        exchanges(-0.4);

        assertThat(told).extracting(Sign::mood).containsExactly(-100_000L, -200_000L, -300_000L, -400_000L);
    }

    @Test
    void a_row_that_was_told_goes_on_being_told_where_the_brand_now_asks_for_more() throws IOException {
        exchanges(-0.1, -0.2, -0.3, -0.4);
        told.clear();

        Brands patient = Brands.parse(
                """
                brands:
                  acme:
                    callouts:
                      cooling_failure:
                        exchanges: 9
                """);
        memory = restored(memory);
        exchange(-0.5, new ConversationReading(patient));

        assertThat(told).extracting(Sign::mood).containsExactly(-500_000L);
    }

    private void exchanges(double... scores) {
        for (double score : scores) {
            exchange(score, reading);
        }
    }

    /** The customer's message, and the reply in the same minute. */
    private void exchange(double score, ConversationReading reading) {
        minute++;
        reading.see(
                memory,
                event(message(Direction.INBOUND, Author.Kind.CUSTOMER, new Sentiment(Sentiment.Label.NEGATIVE, score))),
                told::add);
        reading.see(memory, event(message(Direction.OUTBOUND, Author.Kind.AGENT, null)), told::add);
    }

    private void close() {
        reading.see(memory, event(new StatusChange(Status.RESOLVED, null, null)), told::add);
    }

    private static Message message(Direction direction, Author.Kind by, Sentiment sentiment) {
        return new Message(
                direction,
                Visibility.DIRECT,
                new Author(by.name(), by),
                "en",
                false,
                null,
                null,
                null,
                List.of(),
                sentiment);
    }

    private Event event(Payload payload) {
        return new Event("event-" + minute, 0, "acme", "conversation", "x", minute * MINUTE, Event.UNKNOWN, 0, payload);
    }

    private static ConversationMemory restored(ConversationMemory memory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConversationMemory.MemoryCodec.CODEC.write(memory, new DataOutputStream(bytes));
        return ConversationMemory.MemoryCodec.CODEC.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
