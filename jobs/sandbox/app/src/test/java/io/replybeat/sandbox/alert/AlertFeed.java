package io.replybeat.sandbox.alert;

import io.replybeat.care.alert.Alert;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/** Alerts into a job that runs in this JVM, when the test says so, until the test ends it. */
@SuppressWarnings("deprecation") // The old source interface needs 20 lines where the new one needs 200.
final class AlertFeed implements SourceFunction<Alert> {

    private static final long serialVersionUID = 1;
    private static final BlockingQueue<Alert> NEXT = new LinkedBlockingQueue<>();
    private static volatile boolean open;

    static void open() {
        NEXT.clear();
        open = true;
    }

    static void tell(Alert alert) {
        NEXT.add(alert);
    }

    /** What was told before still goes. */
    static void end() {
        open = false;
    }

    @Override
    public void run(SourceContext<Alert> context) throws InterruptedException {
        while (open || !NEXT.isEmpty()) {
            Alert alert = NEXT.poll(50, TimeUnit.MILLISECONDS);
            if (alert != null) {
                context.collect(alert);
            }
        }
    }

    @Override
    public void cancel() {
        end();
    }
}
