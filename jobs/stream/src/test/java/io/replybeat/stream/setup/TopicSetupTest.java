package io.replybeat.stream.setup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.schema.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    @Test
    void a_broker_that_does_not_answer_is_named_with_what_to_do() throws IOException {
        Properties kafka = new Properties();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            kafka.put("bootstrap.servers", "localhost:" + silent.getLocalPort());
            kafka.put("default.api.timeout.ms", 400);
            kafka.put("request.timeout.ms", 200);
            try (TopicSetup setup = new TopicSetup(kafka, Topics.ALL)) {
                assertThatThrownBy(setup::plan)
                        .isInstanceOf(SetupException.class)
                        .hasMessageContaining("No Kafka broker answers at localhost:" + silent.getLocalPort())
                        .hasMessageContaining("kafka.bootstrap-servers");
            }
        }
    }
}
