package io.replybeat.stream.manual;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/** A processing time that only the test moves. */
public final class ManualTime implements ProcessingTimeService {

    private record Timer(long at, ProcessingTimeCallback callback) {}

    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::at));
    private long now;

    public ManualTime(long now) {
        this.now = now;
    }

    @Override
    public long getCurrentProcessingTime() {
        return now;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long at, ProcessingTimeCallback callback) {
        timers.add(new Timer(at, callback));
        return new Never();
    }

    public void advance(long millis) throws Exception {
        long until = now + millis;
        while (!timers.isEmpty() && timers.peek().at <= until) {
            Timer next = timers.poll();
            now = Math.max(now, next.at);
            next.callback.onProcessingTime(next.at);
        }
        now = until;
    }

    /** Moves to the next timer; false if there is none. */
    public boolean advanceToNextTimer() throws Exception {
        if (timers.isEmpty()) {
            return false;
        }
        advance(Math.max(0, timers.peek().at - now));
        return true;
    }

    /** The wall clock is set back; the timers, which measure spans, fire all the same. */
    public void setBackAndFireAll(long millis) throws Exception {
        now -= millis;
        for (Timer timer = timers.poll(); timer != null; timer = timers.poll()) {
            timer.callback.onProcessingTime(timer.at);
        }
    }

    private static final class Never extends FutureTask<Void> implements RunnableScheduledFuture<Void> {
        Never() {
            super(() -> null);
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
