package io.replybeat.dashboard.serve;

import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.dashboard.read.Details;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;

/** Where does the page listen? Its files at {@code /}, what it asks under {@code /api}, both behind the {@link Guard}. */
public final class PageServer implements AutoCloseable {

    private final Undertow undertow;
    private final URI uri;

    /** @throws PortTaken when somebody else listens there */
    public PageServer(LivePageConfig config, Feeds feeds, Details details) {
        HttpHandler routes =
                Handlers.path(new PageFiles()).addPrefixPath("/api", new Api(config, feeds, details).routes());
        undertow = Undertow.builder()
                .addHttpListener(config.port(), config.host())
                .setIoThreads(2)
                .setWorkerThreads(8)
                .setHandler(new Guard(config.host(), config.token(), routes))
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            throw e.getCause() instanceof BindException ? new PortTaken(config, e.getCause()) : e;
        }
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        uri = URI.create("http://" + config.host() + ":" + address.getPort() + "/");
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
