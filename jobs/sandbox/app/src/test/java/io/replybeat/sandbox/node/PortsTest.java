package io.replybeat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_taken_port_is_reported_with_its_owner_and_the_option_that_avoids_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "--kafka-port"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void a_port_taken_on_every_address_is_taken() throws IOException {
        try (ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(Ports.isFree(everywhere.getLocalPort())).isFalse();
        }
    }

    @Test
    void any_port_is_never_taken() {
        assertThatCode(() -> Ports.requireFree(0, "--port")).doesNotThrowAnyException();
    }

    @Test
    void free_ports_differ_and_can_be_listened_on() {
        List<Integer> ports = Ports.free(20);
        assertThat(new HashSet<>(ports)).hasSize(20);
        assertThat(ports).allMatch(Ports::isFree);
    }
}
