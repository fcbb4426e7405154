package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.clock.ServiceLevels.Promise;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Status;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is owed to the customer of a conversation, as far as its events have been told?
 *
 * <p>The conversation's clock, run once over the events in their order ({@link Timely}), for judgements of the moment; the facts
 * come from {@link Timeline}, which also takes what comes late. Mutable, of constant size: at most three targets run at once.
 */
public final class OpenTargets {

    private ConversationState state = new ConversationState();
    private List<RunningTarget> running = List.of();

    /**
     * What begins and what ends with the next event.
     *
     * @param now when that takes effect: when the event happened or, if it came late, when it came
     * @param atRisk the share of a target's time, 0 to 1, after which it is at risk
     */
    public List<TargetChange> after(Event event, long now, Conversation conversation, double atRisk) {
        state = conversation.step(state, event, entry -> {});
        List<RunningTarget> owed = look(conversation.clock(), atRisk);
        List<TargetChange> changes = new ArrayList<>();
        for (RunningTarget before : running) {
            if (!owed.contains(before)) {
                changes.add(change(event, now, false, before));
            }
        }
        for (RunningTarget after : owed) {
            if (!running.contains(after)) {
                changes.add(change(event, now, true, after));
            }
        }
        running = owed;
        return changes;
    }

    /** Whether it comes after all that was told so far: only then can it be told. */
    public boolean isNext(Event event) {
        return state.isNew() || event.occurredAt() > state.lastEventAt;
    }

    /** When the conversation has been silent for so long that the next event begins a new one. */
    public long forgottenAt(Conversation conversation) {
        return state.lastEventAt + conversation.memory();
    }

    private List<RunningTarget> look(ConversationClock clock, double atRisk) {
        List<RunningTarget> found = new ArrayList<>(3);
        if (state.status == Status.RESOLVED || state.status == Status.NO_REPLY_NEEDED) {
            return found;
        }
        if (state.wait != null && state.wait.afterFirstResponse()) {
            look(Waits.nextReply(state.wait), clock.due(), atRisk, found);
        }
        if (state.firstResponse == null && state.firstCustomerMessage.exists()) {
            look(clock.waits().firstResponse(state), clock.due(), atRisk, found);
        }
        look(Cycles.resolution(state), clock.due(), atRisk, found);
        return found;
    }

    /** A pause hides when something is due: until it ends nothing runs out. */
    private void look(Promise promise, DueDates due, double atRisk, List<RunningTarget> found) {
        long dueAt = due.running(promise.target(), promise.from(), state);
        if (dueAt == DueDates.NO_TARGET || dueAt == NONE) {
            return;
        }
        long riskAt = due.partOfRunning(atRisk, promise.target(), promise.from(), state);
        found.add(new RunningTarget(
                promise.target(), promise.id(), state.tier(), promise.from().at(), riskAt, dueAt));
    }

    private static TargetChange change(Event event, long now, boolean begins, RunningTarget target) {
        return new TargetChange(event.brand(), event.conversationId(), now, begins, target);
    }

    /** Versioned by itself and by the state inside. */
    public enum OpenTargetsCodec implements Codec<OpenTargets> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(OpenTargets targets, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            ConversationState.CODEC.write(targets.state, out);
            out.writeByte(targets.running.size());
            for (RunningTarget target : targets.running) {
                target.write(out);
            }
        }

        @Override
        public OpenTargets read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("targets of version " + version + ", this build reads up to " + VERSION);
            }
            OpenTargets targets = new OpenTargets();
            targets.state = ConversationState.CODEC.read(in);
            List<RunningTarget> running = new ArrayList<>(3);
            for (int left = in.readByte(); left > 0; left--) {
                running.add(RunningTarget.read(in));
            }
            targets.running = running;
            return targets;
        }
    }
}
