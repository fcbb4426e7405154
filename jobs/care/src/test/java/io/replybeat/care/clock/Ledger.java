package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps one conversation's books in memory and checks that every change it is told fits what it was told before. */
final class Ledger implements Books {

    static final long DAY = 24 * 3_600_000L;
    static final Conversation.Remembrance REMEMBRANCE = new Conversation.Remembrance(7 * DAY, 90 * DAY);

    private final CareClocks clocks;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<Integer, Stretch> stretches = new TreeMap<>();
    private final Map<String, Integer> places = new TreeMap<>();
    private Timeline timeline = new Timeline();
    private Conversation conversation;
    long steps;
    /** Is told every change as well. */
    Books witness = (before, after) -> {};

    Ledger(Brands brands) {
        this.clocks = new CareClocks(brands, REMEMBRANCE);
    }

    static Ledger of(Brands brands, List<Event> events, long now) {
        Ledger ledger = new Ledger(brands);
        events.forEach(event -> ledger.accept(event, Long.MIN_VALUE));
        ledger.advance(now);
        return ledger;
    }

    Timeline.Verdict accept(Event event, long now) {
        conversation = clocks.conversation(new ConversationKey(event.brand(), event.conversationId()));
        return timeline.accept(event, conversation, earlier, now, this);
    }

    void advance(long now) {
        timeline.advance(conversation, now, this);
    }

    void settle(long now) {
        timeline.settle(conversation, earlier, now);
    }

    /** What a crash leaves: the bytes that were written. */
    void writeAndReadBack() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TimelineCodec.CODEC.write(timeline, new DataOutputStream(bytes));
            timeline = TimelineCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            for (Map.Entry<Integer, Stretch> entry : stretches.entrySet()) {
                ByteArrayOutputStream stretch = new ByteArrayOutputStream();
                Stretch.StretchCodec.CODEC.write(entry.getValue(), new DataOutputStream(stretch));
                entry.setValue(Stretch.StretchCodec.CODEC.read(
                        new DataInputStream(new ByteArrayInputStream(stretch.toByteArray()))));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public void changed(Entry before, Entry after) {
        steps++;
        witness.changed(before, after);
        if (before != null) {
            assertThat(entries.remove(before.id()))
                    .as("taken back is what was on the books")
                    .isEqualTo(before);
        }
        if (after != null) {
            assertThat(entries.put(after.id(), after))
                    .as("nothing is booked twice: %s", after.id())
                    .isNull();
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Map<String, Object> document() {
        return timeline.document(conversation).fields();
    }

    <F extends Fact> List<F> facts(Class<F> kind) {
        return entries.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparingLong(Fact::startedAt))
                .toList();
    }

    <F extends Fact> F only(Class<F> kind) {
        assertThat(facts(kind)).as(kind.getSimpleName()).hasSize(1);
        return facts(kind).get(0);
    }

    int stretches() {
        return stretches.size();
    }

    int places() {
        return places.size();
    }

    private final EarlierStretches earlier = new EarlierStretches() {
        @Override
        public Stretch get(int number) {
            return stretches.get(number);
        }

        @Override
        public void put(int number, Stretch stretch) {
            stretches.put(number, stretch);
        }

        @Override
        public void remove(int number) {
            stretches.remove(number);
        }

        @Override
        public Integer find(String eventId) {
            return places.get(eventId);
        }

        @Override
        public void enter(String eventId, int number) {
            places.put(eventId, number);
        }

        @Override
        public void forget(String eventId) {
            places.remove(eventId);
        }
    };
}
