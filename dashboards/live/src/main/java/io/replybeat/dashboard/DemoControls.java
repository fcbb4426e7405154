package io.replybeat.dashboard;

import java.util.List;

/** What can somebody do to the simulated traffic behind the page? Only a demo has it. Safe from any thread. */
public interface DemoControls {

    State state();

    /**
     * How many conversations come in a real second, 1 being the demo's rate. Not how fast time passes: events carry the time of
     * the wall clock, and none may lie ahead of it.
     *
     * @param factor 0.1 to 60
     * @throws IllegalArgumentException with a message that names the bounds
     */
    void speed(double factor);

    /** While paused no event is sent; what would have happened meanwhile never happens. Afterwards life goes on where it was. */
    void paused(boolean paused);

    /** Begins it at the present moment of the traffic, for the brand it suits; it ends by itself. Asked again while it runs, it begins anew. */
    void happen(Happening happening);

    enum Happening {
        BILLING_OUTAGE,
        INFLUENCER_SURGE,
        AGENTS_GO_HOME
    }

    /** @param catchingUp whether the history is still being played */
    record State(double speed, boolean paused, boolean catchingUp, List<Happening> running) {}
}
