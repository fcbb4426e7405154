package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.stream.pipeline.OperatorIds;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Which story is looked for, in whose signs, and what becomes of it once it is found?
 *
 * <p>Stages are named as they would be told; their conditions ask the sign a question. The story finds the beginning only; how
 * it grows and ends is told by its life. A story whose stages change gets a new version in the id of its operator: what was half
 * found under the old one is lost.
 */
interface CalloutPattern extends Serializable {

    /** Whether the story or its life needs the sign at all. Most signs concern no story. */
    boolean concerns(Sign sign);

    /** What goes before both: lets through what may matter, so that the story gets little. */
    default Gate gate(Brands brands) {
        return null;
    }

    /** Whether the sign can be a stage of the story. */
    boolean isToldIn(Sign sign);

    /** What the story gets of it, in order, each at the instant of the sign: the sign, and what it needs no earlier. */
    default List<Sign> told(Sign sign) {
        return List.of(sign);
    }

    /** Signs of one story share it: everything that must be equal in them. */
    String storyKey(Sign sign);

    /**
     * Has a {@code within}; never asks for an absence, for that is a sign of its own. What repeats comes last and has an
     * {@code until}: a stage after it would have to be waited for beside each repetition, until {@code within} is over.
     */
    Pattern<Sign, Sign> story(Brands brands);

    /** Whether these signs, a beginning of the story, are all of it: a stage that repeats is found with each repetition. */
    boolean isWhole(List<Sign> soFar, Brands brands);

    OperatorIds storyId();

    /** Stories of one key have one life after the other. */
    String lifeKey(Sign sign);

    Fold<LifeMemory, Moment> life(Brands brands);

    OperatorIds lifeId();

    /** A fold over the signs of each key, before anything else. */
    record Gate(SignKey key, Fold<?, Sign> fold, OperatorIds id) {}

    /** By what signs are kept together. */
    @FunctionalInterface
    interface SignKey extends Serializable {
        String of(Sign sign);
    }

    /** The longest span any brand has, itself included: {@code within} takes one span for all and leaves its end out. */
    static Duration upTo(Brands brands, ToLongFunction<CalloutPolicy> span) {
        return Duration.ofMillis(brands.policies().stream()
                        .mapToLong(policy -> span.applyAsLong(policy.callouts()))
                        .max()
                        .orElseThrow()
                + 1);
    }
}
