package io.replybeat.sandbox.demo;

import io.replybeat.dashboard.DemoControls;
import io.replybeat.sandbox.simulator.Incident.Kind;
import io.replybeat.sandbox.simulator.Player;
import io.replybeat.sandbox.simulator.Traffic;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Hands on what somebody wants of the traffic to those who make and play it. */
final class Controls implements DemoControls {
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 60;

    private final Traffic traffic;
    private final Player player;
    private final InstantSource clock;
    private final BooleanSupplier catchingUp;
    private volatile double speed = 1;

    Controls(Traffic traffic, Player player, InstantSource clock, BooleanSupplier catchingUp) {
        this.traffic = traffic;
        this.player = player;
        this.clock = clock;
        this.catchingUp = catchingUp;
    }

    @Override
    public State state() {
        List<Happening> running = traffic.begunByHand(clock.instant()).stream()
                .map(Controls::happening)
                .toList();
        return new State(speed, player.isPaused(), catchingUp.getAsBoolean(), running);
    }

    @Override
    public synchronized void speed(double factor) {
        if (!(factor >= SLOWEST && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed must be " + SLOWEST + " to " + FASTEST + ", not " + factor);
        }
        // The simulator asks for the pace whatever instant it draws for, so history would be made at it, too.
        if (catchingUp.getAsBoolean()) {
            throw new IllegalArgumentException("the history is still being played; try again when the page is live");
        }
        traffic.pace(factor, clock.instant());
        speed = factor;
    }

    @Override
    public void paused(boolean paused) {
        player.paused(paused);
    }

    @Override
    public synchronized void happen(Happening happening) {
        if (!state().running().contains(happening)) {
            traffic.begin(kind(happening), clock.instant());
        }
    }

    private static Kind kind(Happening happening) {
        return switch (happening) {
            case BILLING_OUTAGE -> Kind.BILLING_OUTAGE;
            case INFLUENCER_SURGE -> Kind.INFLUENCER_SURGE;
            case AGENTS_GO_HOME -> Kind.AGENTS_AWAY;
        };
    }

    private static Happening happening(Kind kind) {
        return switch (kind) {
            case BILLING_OUTAGE -> Happening.BILLING_OUTAGE;
            case INFLUENCER_SURGE -> Happening.INFLUENCER_SURGE;
            case AGENTS_AWAY -> Happening.AGENTS_GO_HOME;
        };
    }
}
