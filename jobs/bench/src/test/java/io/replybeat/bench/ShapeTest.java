package io.replybeat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final int EVENTS = 10_000;

    @Test
    void a_shape_has_as_many_messages_in_each_conversation_as_it_says() {
        assertThat(conversations(Shape.ofLong(EVENTS))).hasSize(10).containsValue(1_000L);
        assertThat(conversations(Shape.ofShort(EVENTS)).values()).hasSize(2_000).containsOnly(5L);
    }

    @Test
    void the_shapes_have_the_same_pace_and_the_same_share_of_answers() {
        assertThat(Shape.ofLong(EVENTS).message(4_711).occurredAt())
                .isEqualTo(Shape.ofShort(EVENTS).message(4_711).occurredAt());
        assertThat(answers(Shape.ofLong(EVENTS)))
                .isEqualTo(answers(Shape.ofShort(EVENTS)))
                .isEqualTo(EVENTS * 2 / 5);
    }

    private static long answers(Shape shape) {
        return LongStream.range(0, EVENTS)
                .mapToObj(shape::message)
                .filter(message -> ((Payload.Message) message.payload()).direction() == Payload.Direction.OUTBOUND)
                .count();
    }

    private static Map<String, Long> conversations(Shape shape) {
        return LongStream.range(0, EVENTS)
                .mapToObj(shape::message)
                .collect(Collectors.groupingBy(Event::conversationId, Collectors.counting()));
    }
}
