package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.receiver.AlertExamples;
import java.net.URI;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** Which sinks are there, by which options, and under which ids do they find their state again? */
class LiveOutputsTest {

    private static final List<String> RECEIVERS = List.of("alertmanager", "slack", "pagerduty", "webhook");

    private static final JobOptions ALL = JobOptions.defaults()
            .with(Options.ALERTS_ALERTMANAGER_URL, URI.create("http://localhost:9093"))
            .with(Options.ALERTS_SLACK_URL, URI.create("http://localhost:1/slack"))
            .with(Options.ALERTS_PAGERDUTY_ROUTING_KEY, "key")
            .with(Options.ALERTS_WEBHOOK_URL, URI.create("http://localhost:1/webhook"));

    @Test
    void alerts_always_go_to_their_topic_and_to_nobody_who_is_not_configured() {
        assertThat(sinks(JobOptions.defaults()))
                .extracting(StreamNode::getTransformationUID)
                .anyMatch(uid -> uid.contains("alert-topic"))
                .noneMatch(uid -> RECEIVERS.stream().anyMatch(uid::contains));
    }

    @Test
    void every_receiver_has_a_sink_of_its_own_on_one_subtask() {
        List<StreamNode> sinks = sinks(ALL);
        for (String receiver : RECEIVERS) {
            assertThat(sinks)
                    .filteredOn(node -> node.getTransformationUID().contains(receiver))
                    .as(receiver)
                    .hasSize(1)
                    .allMatch(node -> node.getParallelism() == 1);
        }
    }

    private static List<StreamNode> sinks(JobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        JobEnvironment.configure(env, options);
        new LiveOutputs(new KafkaEdges(options), options)
                .alerts(env.fromData(
                                List.of(AlertExamples.fired("billing")), CodecType.of(Alert.class, AlertCodec.CODEC))
                        .uid("alerts-of-the-test")
                        .setParallelism(3));
        return List.copyOf(env.getStreamGraph().getStreamNodes());
    }
}
