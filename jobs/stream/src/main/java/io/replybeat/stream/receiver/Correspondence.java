package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What does a receiver know of one alert, and what is it still to hear?
 *
 * <p>Its moments go in order and one at a time. An update that still waits gives way to whatever follows it; that an alert
 * fired and that it is over is never left out.
 */
final class Correspondence {

    private static final long NEVER = Long.MAX_VALUE;

    /** What becomes of a moment that has come. */
    enum Hearing {
        TO_TELL,
        /** Muted, or the end of what was muted: nobody is called. */
        LEFT_OUT,
        /** So old that it calls nobody. */
        OUTDATED
    }

    /** The last moment of the alert as far as it fires: as the receiver took it, or, not heard, as it was muted. */
    private Alert known;

    private boolean heard;
    private final Deque<Alert> waiting = new ArrayDeque<>();

    private Alert underWay;
    private int failures;
    private long notBefore;
    private long repeatAt = NEVER;

    Correspondence() {}

    Correspondence(CorrespondenceState state) {
        known = state.known();
        heard = state.heard();
        waiting.addAll(state.waiting());
        // Nobody knows how long ago it was: a receiver that forgets hears again at once.
        repeatAt = 0;
    }

    CorrespondenceState state() {
        return new CorrespondenceState(known, heard, List.copyOf(waiting));
    }

    Hearing hear(Alert alert, boolean outdated) {
        Hearing hearing = !alert.isFiring()
                ? hearEnd(alert, outdated)
                : alert.muted() ? hearMuted(alert) : hearFiring(alert, outdated);
        if (hearing == Hearing.TO_TELL) {
            waiting.add(alert);
            dropSuperseded();
        }
        return hearing;
    }

    private Hearing hearFiring(Alert alert, boolean outdated) {
        if (outdated) {
            return Hearing.OUTDATED;
        }
        return isMuted() && alert.change() != Change.FIRED ? Hearing.LEFT_OUT : Hearing.TO_TELL;
    }

    private Hearing hearMuted(Alert alert) {
        if (!isOpen()) {
            known = alert;
        }
        return Hearing.LEFT_OUT;
    }

    /** Whoever was told that it fires is told that it is over, however late and muted or not. */
    private Hearing hearEnd(Alert alert, boolean outdated) {
        if (isOpen()) {
            return Hearing.TO_TELL;
        }
        boolean nobodyWasCalled = isMuted() || alert.muted();
        known = null;
        return nobodyWasCalled ? Hearing.LEFT_OUT : outdated ? Hearing.OUTDATED : Hearing.TO_TELL;
    }

    private boolean isOpen() {
        return heard || !waiting.isEmpty();
    }

    private boolean isMuted() {
        return known != null && !heard;
    }

    private void dropSuperseded() {
        waiting.removeIf(each -> each.change() == Change.UPDATED && each != waiting.peekLast() && each != underWay);
    }

    /** What is to be told now; null if nothing is. */
    Alert next(Receiver receiver, long now) {
        if (underWay != null || now < notBefore) {
            return null;
        }
        while (!waiting.isEmpty()) {
            Alert first = waiting.peek();
            if (first.change() != Change.UPDATED || !heard || receiver.isNews(known, first)) {
                return first;
            }
            waiting.poll();
        }
        return heard && receiver.repeat().isPresent() && now >= repeatAt ? known : null;
    }

    void send(Alert alert) {
        underWay = alert;
    }

    /** The receiver has what is under way; {@code again} is when it will have to hear it once more. */
    void taken(long again) {
        heard = underWay.isFiring();
        known = heard ? underWay : null;
        repeatAt = again;
        failures = 0;
        settle();
    }

    /** The receiver will never take what is under way. What it does not take again it need not know. */
    void refused() {
        if (isRepeat() || !underWay.isFiring()) {
            known = null;
            heard = false;
        }
        failures = 0;
        settle();
    }

    private void settle() {
        if (!isRepeat()) {
            waiting.poll();
        }
        underWay = null;
    }

    void failed(long tryAgainAt) {
        underWay = null;
        failures++;
        notBefore = tryAgainAt;
        dropSuperseded();
    }

    /** A timer counts, not the clock, which may have been set back meanwhile. */
    void reached(long instant) {
        notBefore = notBefore <= instant ? 0 : notBefore;
        repeatAt = repeatAt <= instant ? 0 : repeatAt;
    }

    /** Is what is under way told once more, rather than news? */
    boolean isRepeat() {
        return underWay != waiting.peek();
    }

    /** What the receiver takes for firing; null if nothing. */
    Alert told() {
        return heard ? known : null;
    }

    int failures() {
        return failures;
    }

    int undelivered() {
        return waiting.size();
    }

    /** Is nothing left to remember, or nothing heard for so long that no end will come? */
    boolean isOver(long forgottenBefore) {
        return waiting.isEmpty() && underWay == null && (known == null || known.updatedAt() < forgottenBefore);
    }
}
