package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.callout.FloodGuard;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.callout.SurgeLife;
import io.replybeat.care.document.DocumentId;
import io.replybeat.stream.pipeline.OperatorIds;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Do enough weighty authors call a brand out at once?
 *
 * <pre>
 *   called-out ─▶ others-join … until they are enough
 * </pre>
 *
 * Each with other words and by another author than all before, the last at most the brand's window after the first. Every callout
 * may be the first: no story waits for another, older one.
 */
final class CalloutSurge implements CalloutPattern {

    private static final long serialVersionUID = 1;

    private static final String CALLED_OUT = "called-out";
    private static final String OTHERS_JOIN = "others-join";
    private static final List<String> STAGES = List.of(CALLED_OUT, OTHERS_JOIN);

    @Override
    public boolean concerns(Sign sign) {
        return sign.isCallout() || sign.is(Kind.ANSWER) || sign.is(Kind.BOT_ANSWER);
    }

    @Override
    public Gate gate(Brands brands) {
        return new Gate(CalloutSurge::author, new FloodGuard(brands), OperatorIds.SURGE_GUARD);
    }

    private static String author(Sign sign) {
        return DocumentId.of(sign.brand(), sign.isPost() ? sign.authorId() : sign.conversationId());
    }

    @Override
    public boolean isToldIn(Sign sign) {
        return sign.isCallout();
    }

    @Override
    public String storyKey(Sign sign) {
        return sign.brand();
    }

    @Override
    public Pattern<Sign, Sign> story(Brands brands) {
        return Pattern.<Sign>begin(CALLED_OUT, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(Sign::isCallout))
                .followedBy(OTHERS_JOIN)
                .where(Condition.of(STAGES, (soFar, next) -> isAnother(soFar, next, brands)))
                .oneOrMore()
                .until(Condition.of(STAGES, (soFar, next) -> isWhole(soFar, brands)))
                .within(CalloutPattern.upTo(brands, policy -> policy.surge().within()));
    }

    private static boolean isAnother(List<Sign> soFar, Sign next, Brands brands) {
        return next.isWithin(policy(next, brands).within(), soFar.get(0))
                && soFar.stream().allMatch(next::isAnotherVoiceThan);
    }

    @Override
    public boolean isWhole(List<Sign> soFar, Brands brands) {
        return soFar.size() >= policy(soFar.get(0), brands).authors();
    }

    private static Surge policy(Sign sign, Brands brands) {
        return brands.of(sign.brand()).callouts().surge();
    }

    @Override
    public OperatorIds storyId() {
        return OperatorIds.SURGE_STORY;
    }

    @Override
    public String lifeKey(Sign sign) {
        return sign.brand();
    }

    @Override
    public Fold<LifeMemory, Moment> life(Brands brands) {
        return new SurgeLife(brands);
    }

    @Override
    public OperatorIds lifeId() {
        return OperatorIds.SURGE_LIFE;
    }
}
