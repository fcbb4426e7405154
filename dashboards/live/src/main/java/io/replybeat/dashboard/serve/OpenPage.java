package io.replybeat.dashboard.serve;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.io.IOException;
import java.util.function.Consumer;

/** One page somebody keeps open. */
final class OpenPage implements ServerSentEventConnection.EventCallback {

    private final ServerSentEventConnection connection;
    private final Consumer<OpenPage> gone;
    private final Latest latest = new Latest(this::send);

    OpenPage(ServerSentEventConnection connection, Consumer<OpenPage> gone) {
        this.connection = connection;
        this.gone = gone;
    }

    void push(Push push) {
        latest.push(push);
    }

    private void send(Push push) {
        connection.send(push.data(), push.name(), push.id(), this);
    }

    @Override
    public void done(ServerSentEventConnection connection, String data, String event, String id) {
        latest.sent();
    }

    @Override
    public void failed(ServerSentEventConnection connection, String data, String event, String id, IOException e) {
        gone.accept(this);
        close();
    }

    void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // The browser has gone already: there is nobody left to tell.
        }
    }
}
