package io.replybeat.stream.manual;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingRunnable;

/** The task's thread is the test's: mails run when the test, or a writer that waits, takes them. */
public final class ManualMailbox implements MailboxExecutor {

    private final BlockingQueue<ThrowingRunnable<? extends Exception>> mails = new LinkedBlockingQueue<>();

    /** What else happens while the writer waits in vain: time goes on, the network answers. */
    public interface Meanwhile {
        boolean happens() throws Exception;
    }

    public Meanwhile meanwhile = () -> false;

    @Override
    public void execute(
            MailOptions options, ThrowingRunnable<? extends Exception> mail, String description, Object... args) {
        mails.add(mail);
    }

    /** Runs what has arrived, on and on until nothing is left. */
    public void runAll() throws Exception {
        for (var mail = mails.poll(); mail != null; mail = mails.poll()) {
            mail.run();
        }
    }

    /** Runs one mail that a real network may still have to bring. */
    public void runNext() throws Exception {
        var mail = mails.poll(20, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("no mail in 20 s");
        }
        mail.run();
    }

    @Override
    public void yield() throws InterruptedException, FlinkRuntimeException {
        try {
            if (mails.isEmpty() && meanwhile.happens()) {
                return;
            }
            runNext();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new FlinkRuntimeException(e);
        }
    }

    @Override
    public boolean tryYield() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean shouldInterrupt() {
        return false;
    }
}
