package io.replybeat.stream.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.IgnoredLife;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.document.DocumentId;
import io.replybeat.stream.pipeline.OperatorIds;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Does a weighty author wait for an answer in vain?
 *
 * <pre>
 *   called-out ─▶ nobody-answered
 * </pre>
 *
 * The second is a sign that shows at the end of the patience, whether anything else happens or not, unless there was an answer. It
 * brings the first with it.
 */
final class IgnoredInfluencer implements CalloutPattern {

    private static final long serialVersionUID = 1;

    private static final String CALLED_OUT = "called-out";
    private static final String NOBODY_ANSWERED = "nobody-answered";

    @Override
    public boolean concerns(Sign sign) {
        return sign.isCallout() || sign.is(Kind.POST_LEFT) || sign.is(Kind.ANSWER) || sign.is(Kind.CLOSED);
    }

    @Override
    public boolean isToldIn(Sign sign) {
        return sign.is(Kind.POST_LEFT);
    }

    /** Most are answered in time: those need not wait here. */
    @Override
    public List<Sign> told(Sign left) {
        return List.of(left.post(), left);
    }

    @Override
    public String storyKey(Sign sign) {
        return DocumentId.of(sign.brand(), sign.conversationId(), sign.eventId());
    }

    @Override
    public Pattern<Sign, Sign> story(Brands brands) {
        return Pattern.<Sign>begin(CALLED_OUT, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(Sign::isCallout))
                .followedBy(NOBODY_ANSWERED)
                .where(Condition.of(
                        List.of(CALLED_OUT),
                        (soFar, next) -> next.is(Kind.POST_LEFT)
                                && next.since() == soFar.get(0).at()))
                .within(CalloutPattern.upTo(
                        brands, policy -> policy.ignoredInfluencer().after()));
    }

    @Override
    public boolean isWhole(List<Sign> soFar, Brands brands) {
        return soFar.size() == 2;
    }

    @Override
    public OperatorIds storyId() {
        return OperatorIds.IGNORED_STORY;
    }

    @Override
    public String lifeKey(Sign sign) {
        return DocumentId.of(sign.brand(), sign.conversationId());
    }

    @Override
    public Fold<LifeMemory, Moment> life(Brands brands) {
        return new IgnoredLife(brands);
    }

    @Override
    public OperatorIds lifeId() {
        return OperatorIds.IGNORED_LIFE;
    }
}
