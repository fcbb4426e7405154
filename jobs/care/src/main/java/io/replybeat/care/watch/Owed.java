package io.replybeat.care.watch;

import io.replybeat.care.clock.RunningTarget;
import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;

/** What is owed in which conversation: the change it began with, and how late it is. */
public record Owed(TargetChange begin) {

    /** What is overdue for longer is no news: it stays in the backlog and leaves the alert. */
    static final Duration NEWS = Duration.ofDays(1);

    /** The earliest due first. */
    static final Comparator<Owed> OLDEST = Comparator.comparingLong(
                    (Owed owed) -> owed.target().dueAt())
            .thenComparing(owed -> owed.begin().key());

    /** How late is it? In the order in which it gets later. */
    public enum Phase {
        IN_TIME,
        AT_RISK,
        OVERDUE,
        OLD
    }

    public RunningTarget target() {
        return begin.target();
    }

    /** Met by an answer at the due instant or before: at that instant, without one, it is overdue. */
    public Phase at(long instant) {
        RunningTarget target = target();
        if (instant < Math.min(target.riskAt(), target.dueAt())) {
            return Phase.IN_TIME;
        }
        if (instant < target.dueAt()) {
            return Phase.AT_RISK;
        }
        return instant < oldAt() ? Phase.OVERDUE : Phase.OLD;
    }

    /** When it enters its next phase, given that it is in the one of {@code instant}. */
    public long nextPhaseAfter(long instant) {
        return switch (at(instant)) {
            case IN_TIME -> Math.min(target().riskAt(), target().dueAt());
            case AT_RISK -> target().dueAt();
            case OVERDUE, OLD -> oldAt();
        };
    }

    private long oldAt() {
        return target().dueAt() + NEWS.toMillis();
    }

    /** As the change inside. */
    public enum OwedCodec implements Codec<Owed> {
        CODEC;

        @Override
        public void write(Owed owed, DataOutput out) throws IOException {
            TargetChange.TargetChangeCodec.CODEC.write(owed.begin, out);
        }

        @Override
        public Owed read(DataInput in) throws IOException {
            return new Owed(TargetChange.TargetChangeCodec.CODEC.read(in));
        }
    }
}
