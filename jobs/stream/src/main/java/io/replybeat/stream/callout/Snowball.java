package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy;
import io.replybeat.care.callout.Crowd;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.callout.SnowballLife;
import io.replybeat.care.document.DocumentId;
import io.replybeat.stream.pipeline.OperatorIds;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Does a complaint that nobody answers grow?
 *
 * <pre>
 *   left-unanswered ─▶ others-join … until it rolls
 * </pre>
 *
 * It rolls with the last of the brand's number of other customers, or with the first weighty one, at most the brand's span after the
 * patience with the complaint ended.
 */
final class Snowball implements CalloutPattern {

    private static final long serialVersionUID = 1;

    private static final String LEFT_UNANSWERED = "left-unanswered";
    private static final String OTHERS_JOIN = "others-join";
    private static final List<String> STAGES = List.of(LEFT_UNANSWERED, OTHERS_JOIN);

    @Override
    public boolean concerns(Sign sign) {
        return sign.topic() != null
                && (sign.isPost() || sign.is(Kind.COMPLAINT_LEFT) || sign.is(Kind.ANSWER) || sign.is(Kind.CLOSED));
    }

    @Override
    public Gate gate(Brands brands) {
        return new Gate(Snowball::topic, new Crowd(brands), OperatorIds.SNOWBALL_CROWD);
    }

    private static String topic(Sign sign) {
        return DocumentId.of(sign.brand(), sign.topic());
    }

    @Override
    public boolean isToldIn(Sign sign) {
        return sign.isPost() || sign.is(Kind.COMPLAINT_LEFT);
    }

    @Override
    public String storyKey(Sign sign) {
        return DocumentId.of(sign.brand(), sign.topic(), sign.story());
    }

    @Override
    public Pattern<Sign, Sign> story(Brands brands) {
        return Pattern.<Sign>begin(LEFT_UNANSWERED, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(sign -> sign.is(Kind.COMPLAINT_LEFT)))
                .followedBy(OTHERS_JOIN)
                .where(Condition.of(STAGES, (soFar, next) -> isAnother(soFar, next, brands)))
                .oneOrMore()
                .until(Condition.of(STAGES, (soFar, next) -> isWhole(soFar, brands)))
                .within(CalloutPattern.upTo(brands, policy -> policy.snowball().within()));
    }

    private static boolean isAnother(List<Sign> soFar, Sign next, Brands brands) {
        return next.isPost()
                && next.isWithin(policy(next, brands).within(), soFar.get(0))
                && soFar.stream().allMatch(next::isAnotherVoiceThan);
    }

    /** The complaint itself is the first sign. */
    @Override
    public boolean isWhole(List<Sign> soFar, Brands brands) {
        Sign last = soFar.get(soFar.size() - 1);
        return last.isCallout() || soFar.size() > policy(last, brands).customers();
    }

    private static CalloutPolicy.Snowball policy(Sign sign, Brands brands) {
        return brands.of(sign.brand()).callouts().snowball();
    }

    @Override
    public OperatorIds storyId() {
        return OperatorIds.SNOWBALL_STORY;
    }

    @Override
    public String lifeKey(Sign sign) {
        return topic(sign);
    }

    @Override
    public Fold<LifeMemory, Moment> life(Brands brands) {
        return new SnowballLife(brands);
    }

    @Override
    public OperatorIds lifeId() {
        return OperatorIds.SNOWBALL_LIFE;
    }
}
