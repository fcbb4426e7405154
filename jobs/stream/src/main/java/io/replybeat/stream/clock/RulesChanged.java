package io.replybeat.stream.clock;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** Why the job ends instead of restarting for ever: only an operator can bring the former brands back, or replay. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class BrandsChanged extends IllegalStateException {

    private static final long serialVersionUID = 1;

    BrandsChanged(String before, String now) {
        super("the `brands` of the configuration are not those of the checkpoint (" + now + ", was " + before
                + "): restore with the former file, or replay the topic without a checkpoint (--kafka.start earliest),"
                + " which computes all numbers anew");
    }
}
