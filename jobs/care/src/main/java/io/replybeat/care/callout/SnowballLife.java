package io.replybeat.care.callout;

import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy.Snowball;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.metric.Cut;
import java.util.List;
import java.util.function.Consumer;

/**
 * How does a complaint that nobody answers grow? Keyed by brand and topic.
 *
 * <p>Others join who are negative in public about the same topic, each author once, copies of a text once. It ends when the
 * complaint it began with is answered by a human agent or closed, or when nobody joined for the brand's span.
 */
public final class SnowballLife extends Life {

    private static final long serialVersionUID = 1;

    private static final int CRITICAL_TIMES_CUSTOMERS = 2;

    public SnowballLife(Brands brands) {
        super(brands);
    }

    @Override
    Outcry begin(List<Sign> story) {
        Sign complaint = story.get(0);
        Outcry outcry = new Outcry(
                Rule.SNOWBALL,
                complaint.brand(),
                new Subject(Cut.TOPIC, complaint.topic()),
                complaint.since(),
                story.get(story.size() - 1).at(),
                policy(complaint.brand()).customers());
        story.forEach(outcry::hear);
        return outcry;
    }

    @Override
    void join(LifeMemory memory, Sign sign, Consumer<Moment> out) {
        Outcry outcry = memory.running.get(0);
        if (sign.isPost() && outcry.hear(sign)) {
            tellNews(outcry, sign.at(), out);
        }
    }

    @Override
    End endedBy(Outcry outcry, Sign sign) {
        if (!sign.conversationId().equals(outcry.first().conversationId())) {
            return End.NOT_YET;
        }
        return sign.is(Kind.ANSWER) ? End.ANSWERED : sign.is(Kind.CLOSED) ? End.CLOSED : End.NOT_YET;
    }

    @Override
    long quiet(String brand) {
        return policy(brand).within();
    }

    @Override
    long memorySpan(String brand) {
        return 0;
    }

    @Override
    Severity severity(Outcry outcry) {
        boolean many = others(outcry) >= CRITICAL_TIMES_CUSTOMERS * outcry.threshold;
        boolean weighty = outcry.calls.stream().map(Call::sign).anyMatch(sign -> sign.weight()
                .isWeighty());
        return many || weighty ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    Measure measure(Outcry outcry) {
        return Measure.counted("customers", others(outcry), outcry.threshold);
    }

    private static int others(Outcry outcry) {
        return outcry.calls.size() - 1;
    }

    @Override
    String why(Outcry outcry) {
        // The first call is the complaint itself.
        long weighty = outcry.calls.stream()
                .skip(1)
                .filter(call -> call.sign().weight().isWeighty())
                .count();
        return "A grave complaint had no answer for %1$s; since then, beyond what is usual, others were negative in public about %4$s: %2$s, of whom %3$s weighty."
                .formatted(
                        Words.span(outcry.first().at() - outcry.since),
                        Words.number(others(outcry)),
                        weighty,
                        outcry.subject.name());
    }

    private Snowball policy(String brand) {
        return brands.of(brand).callouts().snowball();
    }
}
