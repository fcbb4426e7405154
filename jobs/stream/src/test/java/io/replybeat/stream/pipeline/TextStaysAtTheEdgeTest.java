package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.message.Said;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.story.Story;
import io.replybeat.stream.clock.ConversationClockOperator;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.WritePace;
import io.replybeat.stream.intake.AcceptedCodec;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * The words of customers cross no keyBy: the types that do are looked at in the graph of the job, down to the last field,
 * and the bytes that do are searched for words that were sent.
 */
class TextStaysAtTheEdgeTest {

    /** Carriers of words: what came in, what was rejected, and what is written to the index. */
    private static final List<Class<?>> CARRIERS =
            List.of(Said.class, Arrival.class, Arrival.Accepted.class, Rejection.class, Document.class);

    /** In a text, an event that is answered, and a handle. */
    private static final List<String> MARKS = List.of("Xylophonquark", "Zwiebelfisch", "Quastenflosser");

    private static final Rejection REJECTED = new Rejection(
            Reason.UNDECODABLE, null, "only so that there is a source", new Origin.File("none", 1, 0), new byte[0]);

    @Test
    void nothing_that_crosses_a_key_by_can_hold_the_words_of_a_message() {
        List<Class<?>> crossing = typesThatCrossAKeyBy();

        assertThat(crossing).hasSizeGreaterThanOrEqualTo(2);
        assertThat(crossing).allSatisfy(type -> assertThat(reachableFrom(type, new HashSet<>()))
                .as("what a %s holds", type.getSimpleName())
                .doesNotContainAnyElementsOf(CARRIERS));
    }

    @Test
    void the_look_into_a_type_would_find_the_words() {
        assertThat(reachableFrom(Arrival.Accepted.class, new HashSet<>())).contains(Said.class);
    }

    /** A field of text somebody adds to the event is no carrier by its type: only the bytes tell. */
    @Test
    void nothing_that_crosses_a_key_by_has_a_byte_of_what_was_said() throws Exception {
        Arrival.Accepted marked = new Arrival.Accepted(
                Story.told().customerWrites().events().get(0),
                new Said(
                        "You charged me twice, " + MARKS.get(0),
                        MARKS.get(1),
                        new Said.Profile("@" + MARKS.get(2), 5L, 7L, true, true, false, 0)));
        assertThat(bytes(marked, AcceptedCodec.CODEC))
                .as("so that it would be found")
                .contains(MARKS);

        List<Event> events = enriched(marked);
        assertThat(events).singleElement().satisfies(event -> assertThat(
                        ((Message) event.payload()).understood().topics())
                .as("it was read")
                .contains("billing"));
        List<SeriesChange> changes = booked(events);
        assertThat(changes).isNotEmpty();

        List<String> crossing = new ArrayList<>();
        for (Event event : events) {
            crossing.add(bytes(event, EventCodec.CODEC));
            crossing.add(event.toString());
        }
        for (SeriesChange change : changes) {
            crossing.add(bytes(change, SeriesChange.SeriesChangeCodec.CODEC));
        }
        assertThat(crossing).allSatisfy(each -> assertThat(each).doesNotContain(MARKS));
    }

    private static List<Event> enriched(Arrival.Accepted accepted) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new EnrichMessages(EnrichmentSettings.of(JobOptions.defaults()))));
        harness.open();
        harness.processElement(accepted, accepted.event().occurredAt());
        List<Event> events = harness.extractOutputValues();
        harness.close();
        return events;
    }

    /** What the conversations these events belong to send on to the windows. */
    private static List<SeriesChange> booked(List<Event> events) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new ConversationClockOperator(new ConversationClockOperator.Settings(
                        JobOptions.defaults().brands(),
                        new Remembrance(
                                Duration.ofDays(7).toMillis(),
                                Duration.ofDays(90).toMillis()),
                        Duration.ofMinutes(10),
                        EnumSet.allOf(Cut.class),
                        new WritePace(Duration.ofSeconds(1)),
                        1000,
                        "rules")),
                (Event event) -> DocumentId.of(event.brand(), event.conversationId()),
                Types.STRING);
        harness.open();
        for (Event event : events) {
            harness.processElement(event, event.occurredAt());
        }
        harness.prepareSnapshotPreBarrier(1);
        List<SeriesChange> changes = harness.extractOutputValues();
        harness.close();
        return changes;
    }

    /** As text of one character a byte. */
    private static <T> String bytes(T value, Codec<T> codec) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        codec.write(value, out);
        return new String(out.getCopyOfBuffer(), StandardCharsets.ISO_8859_1);
    }

    private static List<Class<?>> typesThatCrossAKeyBy() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        JobOptions options = JobOptions.defaults();
        JobEnvironment.configure(env, options);
        try (Shelf shelf = new Shelf("graph")) {
            CarePipeline.wire(
                    env.fromData(List.<Arrival>of(REJECTED), CodecType.of(Arrival.class, ArrivalCodec.CODEC))
                            .uid("arrivals"),
                    shelf,
                    options);
        }
        List<Class<?>> types = new ArrayList<>();
        for (Transformation<?> last : env.getTransformations()) {
            for (Transformation<?> each : last.getTransitivePredecessors()) {
                if (each instanceof PartitionTransformation<?> shuffle
                        && shuffle.getPartitioner() instanceof KeyGroupStreamPartitioner) {
                    types.add(each.getOutputType().getTypeClass());
                }
            }
        }
        return types;
    }

    private static Set<Class<?>> reachableFrom(Class<?> type, Set<Class<?>> seen) {
        if (type == null || !type.getName().startsWith("io.replybeat") || !seen.add(type)) {
            return seen;
        }
        reachableFrom(type.getSuperclass(), seen);
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                reachableFrom(each, seen);
            }
        }
        for (Field field : type.getDeclaredFields()) {
            reachableFromParts(field.getGenericType(), seen);
        }
        return seen;
    }

    /** A {@code List<Said>} holds words as a {@code Said} does. */
    private static void reachableFromParts(Type type, Set<Class<?>> seen) {
        if (type instanceof Class<?> plain) {
            reachableFrom(plain.isArray() ? plain.getComponentType() : plain, seen);
        } else if (type instanceof ParameterizedType generic) {
            reachableFromParts(generic.getRawType(), seen);
            for (Type part : generic.getActualTypeArguments()) {
                reachableFromParts(part, seen);
            }
        }
    }
}
