package io.replybeat.dashboard;

import java.util.List;

/** What can somebody do to the simulated traffic behind the page? Only a demo has it. Safe from any thread. */
public interface DemoControls {

    State state();

    /**
     * How many conversations begin in a minute, in multiples of the demo's rate. Not how fast time passes: events carry the
     * time of the wall clock, and none may lie ahead of it. People write, wait and answer as slowly as ever.
     *
     * @param factor 0.1 to 60
     * @throws IllegalArgumentException with a message that names the bounds, or says that history, which is not to be
     *     multiplied, is still being played
     */
    void speed(double factor);

    /**
     * While paused no event is sent and nothing happens; afterwards life goes on where it was, at the wall clock's time. Only
     * the few events that were under way come late, with the time they happened. History is played to its end all the same.
     */
    void paused(boolean paused);

    /**
     * Begins it at the present moment of the traffic, for the busiest open brand that does not suffer from it already. It ends
     * by itself, and pauses with the traffic; without effect while one that was begun here goes on.
     */
    void happen(Happening happening);

    enum Happening {
        /** For ten minutes many customers complain of wrong invoices. */
        BILLING_OUTAGE,
        /** Within half a minute six people with an audience complain in public; others repost it for a quarter of an hour. */
        INFLUENCER_SURGE,
        /** For half an hour nobody answers; then they work through what is left. */
        AGENTS_GO_HOME
    }

    /**
     * @param catchingUp whether the job still works through the history
     * @param running what was begun here and goes on
     */
    record State(double speed, boolean paused, boolean catchingUp, List<Happening> running) {}
}
