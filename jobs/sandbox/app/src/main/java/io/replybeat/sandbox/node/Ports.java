package io.replybeat.sandbox.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Answers which ports of 127.0.0.1 can be listened on; 0 stands for any. */
public final class Ports {
    private Ports() {}

    /** A number of different ports that nobody listens on now. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(listen(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** The port itself, or a free one for 0. */
    public static int orFree(int port) {
        return port != 0 ? port : free(1).get(0);
    }

    public static boolean isFree(int port) {
        try {
            listen(port).close();
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    /**
     * Promises that nobody listens on the port.
     *
     * @param option the command line option that moves to another port, named in the error
     * @throws CannotStart naming who listens there
     */
    public static void requireFree(int port, String option) {
        if (port != 0 && !isFree(port)) {
            throw new CannotStart("Port " + port + " is taken by "
                    + PortOwner.of(port).map(PortOwner::describe).orElse("another program") + ".\nStop it, or choose "
                    + "another port: " + option + " PORT (0 = any free one)");
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
