package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.story.RandomTimeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final List<Event> EVENTS = RandomTimeline.of(7, "acme", "c1", 1_772_618_400_000L, 100).stream()
            .filter(event -> event.revision() == 0)
            .toList();

    @Test
    void events_come_back_as_they_were_put_in_and_in_their_order() {
        Stretch stretch = stretchOf(EVENTS);
        assertThat(stretch.events()).isEqualTo(EVENTS);
        assertThat(stretch.ids()).isEqualTo(EVENTS.stream().map(Event::eventId).toList());
        assertThat(stretch.startedAt()).isEqualTo(EVENTS.get(0).occurredAt());
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(stretch.find(event.eventId())).isEqualTo(event));
    }

    @Test
    void two_ids_with_the_same_hash_are_two_events() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        Stretch stretch = stretchOf(List.of(named("Aa")));
        assertThat(stretch.find("BB")).isNull();
        stretch.add(named("BB"));
        assertThat(stretch.find("Aa")).isEqualTo(named("Aa"));
        assertThat(stretch.find("BB")).isEqualTo(named("BB"));
    }

    @Test
    void a_stretch_from_state_goes_on_like_the_one_that_was_stored() throws IOException {
        Stretch stored = stretchOf(EVENTS.subList(0, 60));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stretch.StretchCodec.CODEC.write(stored, new DataOutputStream(bytes));
        Stretch restored =
                Stretch.StretchCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        EVENTS.subList(60, 100).forEach(restored::add);
        assertThat(restored.events()).isEqualTo(EVENTS);
        assertThat(restored.startedAt()).isEqualTo(stored.startedAt());
    }

    private static Stretch stretchOf(List<Event> events) {
        Stretch stretch = Stretch.after(new ConversationState());
        events.forEach(stretch::add);
        return stretch;
    }

    private static Event named(String id) {
        Event any = EVENTS.get(0);
        return new Event(
                id,
                any.revision(),
                any.brand(),
                any.conversationId(),
                any.network(),
                any.occurredAt(),
                any.ingestedAt(),
                any.sequence(),
                any.payload());
    }
}
