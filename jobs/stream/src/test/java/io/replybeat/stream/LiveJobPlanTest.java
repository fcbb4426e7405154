package io.replybeat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.OperatorIds;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.junit.jupiter.api.Test;

/** What a savepoint depends on: every operator of the live job has its id, and no type falls back to Kryo. */
class LiveJobPlanTest {

    /** Never change a line: the state under the old id would be lost. */
    private static final List<String> RELEASED = List.of(
            "care-events",
            "sort-arrivals",
            "enrich-messages",
            "end-of-history",
            "conversation-clock-v1",
            "windows-v1",
            "timely-events-v1",
            "in-time",
            "count-buckets",
            "watch-brands-v1",
            "follow-targets-v1",
            "watch-targets-v1",
            "callout-signs-v1",
            "surge-guard-v1",
            "surge-story-v2",
            "surge-life-v1",
            "snowball-crowd-v1",
            "snowball-story-v2",
            "snowball-life-v1",
            "ignored-story-v2",
            "ignored-life-v1",
            "cooling-story-v2",
            "cooling-life-v1",
            "callout-alerts",
            "callout-documents",
            "callout-sink",
            "alert-documents",
            "alert-sink",
            "alert-topic",
            "alertmanager",
            "slack",
            "pagerduty",
            "webhook",
            "rejected-documents",
            "dead-letters",
            "conversation-sink",
            "message-sink",
            "window-sink",
            "rejected-sink",
            "files",
            "read-lines");

    private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();

    @Test
    void the_plan_can_be_made_which_fails_on_a_missing_id_and_on_a_generic_type() {
        wire();
        assertThat(env.getExecutionPlan()).contains(OperatorIds.CONVERSATION_CLOCK.label());
    }

    @Test
    void ids_are_those_that_were_released() {
        assertThat(Arrays.stream(OperatorIds.values()).map(OperatorIds::uid)).containsExactlyElementsOf(RELEASED);
        wire();
        assertThat(env.getStreamGraph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .allSatisfy(uid -> assertThat(RELEASED).anyMatch(uid::contains));
    }

    /** A shuffle on the way from Kafka to the clock would change the order within a partition, differently after each crash. */
    @Test
    void nothing_between_kafka_and_the_clock_changes_the_order_of_a_partition() {
        wire();
        Collection<StreamNode> nodes = env.getStreamGraph().getStreamNodes();
        for (OperatorIds reader : List.of(OperatorIds.SORT_ARRIVALS, OperatorIds.ENRICH_MESSAGES)) {
            StreamNode node = nodes.stream()
                    .filter(each -> reader.uid().equals(each.getTransformationUID()))
                    .findFirst()
                    .orElseThrow();
            assertThat(node.getInEdges()).isNotEmpty().allSatisfy(edge -> assertThat(edge.getPartitioner())
                    .isInstanceOf(ForwardPartitioner.class));
        }
    }

    private void wire() {
        JobOptions options = JobOptions.defaults();
        JobEnvironment.configure(env, options);
        ReplybeatJob.wire(env, options);
    }
}
