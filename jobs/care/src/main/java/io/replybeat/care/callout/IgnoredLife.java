package io.replybeat.care.callout;

import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.event.Payload.AuthorWeight;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long does a weighty author go without an answer? Keyed by conversation.
 *
 * <p>It ends with the reply of a human agent or when the conversation is closed; after seven days nobody waits for it any longer.
 */
public final class IgnoredLife extends Life {

    private static final long serialVersionUID = 1;

    private static final long MINUTE = 60_000;

    public IgnoredLife(Brands brands) {
        super(brands);
    }

    @Override
    Outcry begin(List<Sign> story) {
        Sign post = story.get(0);
        Outcry outcry = new Outcry(
                Rule.IGNORED_INFLUENCER,
                post.brand(),
                Subject.conversation(post.conversationId()),
                post.at(),
                story.get(story.size() - 1).at(),
                brands.of(post.brand()).callouts().ignoredInfluencer().after() / MINUTE);
        outcry.add(Call.unanswered(post));
        return outcry;
    }

    /** A post after the answer waits anew, also at the same instant. */
    @Override
    boolean isLeftOver(Sign first, long endedAt) {
        return false;
    }

    @Override
    void join(LifeMemory memory, Sign sign, Consumer<Moment> out) {
        Outcry outcry = memory.running.get(0);
        if (sign.isCallout() && sign.at() > outcry.since) {
            outcry.add(Call.unanswered(sign));
            tellNews(outcry, sign.at(), out);
        }
    }

    @Override
    End endedBy(Outcry outcry, Sign sign) {
        return sign.is(Kind.ANSWER) ? End.ANSWERED : sign.is(Kind.CLOSED) ? End.CLOSED : End.NOT_YET;
    }

    @Override
    long quiet(String brand) {
        return ConversationReading.REMEMBERED;
    }

    @Override
    long memorySpan(String brand) {
        return NO_MEMORY;
    }

    /** Many listen, or the author does not let go. */
    @Override
    Severity severity(Outcry outcry) {
        long critical = brands.of(outcry.brand).callouts().surge().criticalReach();
        return outcry.reach() >= critical || outcry.calls.size() > 1 ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    Measure measure(Outcry outcry) {
        return Measure.counted(
                "minutes without an answer",
                Math.floorDiv(Math.max(outcry.updatedAt, outcry.firedAt) - outcry.since, MINUTE),
                outcry.threshold);
    }

    @Override
    String why(Outcry outcry) {
        return "%s with %s followers was negative in public, %s, and had no answer for %s."
                .formatted(
                        who(outcry.first().weight()),
                        Words.number(outcry.first().followers()),
                        outcry.calls.size() == 1 ? "once" : outcry.calls.size() + " times",
                        Words.span(Math.max(outcry.updatedAt, outcry.firedAt) - outcry.since));
    }

    private static String who(AuthorWeight weight) {
        return switch (weight) {
            case INDUSTRY_PLAYER -> "An industry player";
            case VERIFIED -> "A verified account";
            default -> "An account";
        };
    }
}
