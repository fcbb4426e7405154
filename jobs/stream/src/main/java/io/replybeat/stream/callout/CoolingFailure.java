package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.CoolingLife;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.document.DocumentId;
import io.replybeat.stream.pipeline.OperatorIds;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Does a conversation get worse with every exchange?
 *
 * <pre>
 *   gets-worse ─▶ goes-on … until it was often enough and fell far enough
 * </pre>
 *
 * One exchange right after the other: one that got better in between, or a resolution, makes it no story.
 */
final class CoolingFailure implements CalloutPattern {

    private static final long serialVersionUID = 1;

    private static final String GETS_WORSE = "gets-worse";
    private static final String GOES_ON = "goes-on";
    private static final List<String> STAGES = List.of(GETS_WORSE, GOES_ON);

    private static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public boolean concerns(Sign sign) {
        return sign.is(Kind.WORSE) || sign.is(Kind.STILL_WORSE) || sign.is(Kind.BETTER) || sign.is(Kind.CLOSED);
    }

    @Override
    public boolean isToldIn(Sign sign) {
        return concerns(sign);
    }

    @Override
    public String storyKey(Sign sign) {
        return lifeKey(sign);
    }

    @Override
    public Pattern<Sign, Sign> story(Brands brands) {
        return Pattern.<Sign>begin(GETS_WORSE, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(sign -> sign.is(Kind.WORSE)))
                .next(GOES_ON)
                .where(SimpleCondition.of(sign -> sign.is(Kind.STILL_WORSE)))
                .oneOrMore()
                .consecutive()
                .until(Condition.of(STAGES, (soFar, next) -> isWhole(soFar, brands)))
                .within(LONGEST);
    }

    /**
     * Signs are told late, all of a row at once, so the pattern's span would be counted from there.
     */
    @Override
    public boolean isWhole(List<Sign> soFar, Brands brands) {
        Sign last = soFar.get(soFar.size() - 1);
        CalloutPolicy.CoolingFailure policy = brands.of(last.brand()).callouts().coolingFailure();
        return soFar.size() >= policy.exchanges()
                && last.at() - soFar.get(0).at() < LONGEST.toMillis()
                && last.moodBefore() - last.mood() >= policy.fall()
                && last.mood() < 0;
    }

    @Override
    public OperatorIds storyId() {
        return OperatorIds.COOLING_STORY;
    }

    @Override
    public String lifeKey(Sign sign) {
        return DocumentId.of(sign.brand(), sign.conversationId());
    }

    @Override
    public Fold<LifeMemory, Moment> life(Brands brands) {
        return new CoolingLife(brands);
    }

    @Override
    public OperatorIds lifeId() {
        return OperatorIds.COOLING_LIFE;
    }
}
