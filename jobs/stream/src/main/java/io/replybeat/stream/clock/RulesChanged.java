package io.replybeat.stream.clock;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** Why the job ends instead of restarting for ever: only an operator can bring the former rules back, or replay. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class RulesChanged extends IllegalStateException {

    private static final long serialVersionUID = 1;

    RulesChanged(String before, String now) {
        super("the rules of the configuration are not those of the checkpoint (now " + now + "; then " + before
                + "): restore with the former configuration, or replay the topic without a checkpoint (--kafka.start earliest),"
                + " which computes all numbers anew");
    }
}
