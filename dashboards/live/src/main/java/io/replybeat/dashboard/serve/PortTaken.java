package io.replybeat.dashboard.serve;

import io.replybeat.dashboard.LivePageConfig;

/** Says which port the page could not have, and how to give it another. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    PortTaken(LivePageConfig config, Throwable cause) {
        super(
                "The live page cannot listen on " + config.host() + ":" + config.port()
                        + ": the port is taken. Stop what listens there, or choose another port: "
                        + LivePageConfig.PORT_OPTION + " PORT (0 = any free one)",
                cause);
    }
}
