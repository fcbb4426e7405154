package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.message.Said;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.junit.jupiter.api.Test;

/** The words of customers cross no keyBy: what does is looked at in the graph of the job, down to the last field. */
class TextStaysAtTheEdgeTest {

    /** Carriers of words: what came in, what was rejected, and what is written to the index. */
    private static final List<Class<?>> CARRIERS =
            List.of(Said.class, Arrival.class, Arrival.Accepted.class, Rejection.class, Document.class);

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
        if (!type.getName().startsWith("io.replybeat") || !seen.add(type)) {
            return seen;
        }
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                reachableFrom(each, seen);
            }
        }
        for (Field field : type.getDeclaredFields()) {
            reachableFrom(field.getType(), seen);
        }
        return seen;
    }
}
