package io.replybeat.care.callout;

import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.callout.Sign.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long does a conversation go on getting worse? Keyed by conversation.
 *
 * <p>It ends when the customer sounds better, when the conversation is closed, or after a day without an exchange.
 */
public final class CoolingLife extends Life {

    private static final long serialVersionUID = 1;

    private static final long DAY = 86_400_000;
    private static final double MILLIONTHS = 1e6;

    public CoolingLife(Brands brands) {
        super(brands);
    }

    @Override
    Outcry begin(List<Sign> story) {
        Sign first = story.get(0);
        Outcry outcry = new Outcry(
                Rule.COOLING_FAILURE,
                first.brand(),
                Subject.conversation(first.conversationId()),
                first.since(),
                story.get(story.size() - 1).at(),
                brands.of(first.brand()).callouts().coolingFailure().exchanges());
        story.forEach(exchange -> outcry.add(ended(exchange)));
        return outcry;
    }

    /** It is the reply that ends an exchange. */
    private static Call ended(Sign exchange) {
        return new Call(exchange, exchange.at());
    }

    /** The exchange that sounded better may be the first of a new row. */
    @Override
    boolean isLeftOver(Sign first, long endedAt) {
        return false;
    }

    @Override
    void join(LifeMemory memory, Sign sign, Consumer<Moment> out) {
        Outcry outcry = memory.running.get(0);
        if (sign.is(Kind.STILL_WORSE)) {
            outcry.add(ended(sign));
            tellNews(outcry, sign.at(), out);
        }
    }

    @Override
    End endedBy(Outcry outcry, Sign sign) {
        return sign.is(Kind.BETTER) ? End.BETTER : sign.is(Kind.CLOSED) ? End.CLOSED : End.NOT_YET;
    }

    @Override
    long quiet(String brand) {
        return DAY;
    }

    @Override
    long memorySpan(String brand) {
        return 0;
    }

    @Override
    Severity severity(Outcry outcry) {
        boolean weighty = outcry.lastCall().weight().isWeighty();
        return weighty || exchanges(outcry) >= 2 * outcry.threshold ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    Measure measure(Outcry outcry) {
        return Measure.counted("exchanges", exchanges(outcry), outcry.threshold);
    }

    private static long exchanges(Outcry outcry) {
        return outcry.calls.size() + outcry.beyond;
    }

    @Override
    String why(Outcry outcry) {
        return "In %s exchanges the customer sounded worse from one to the next: from %s to %s, on a scale from -1 to 1."
                .formatted(
                        exchanges(outcry),
                        score(outcry.first().moodBefore()),
                        score(outcry.lastCall().mood()));
    }

    private static String score(long millionths) {
        return String.format(Locale.ROOT, "%.2f", millionths / MILLIONTHS);
    }
}
