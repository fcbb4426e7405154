package io.replybeat.care.callout;

import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy.Surge;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.metric.Cut;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How does a surge of callouts grow, divide and end? Keyed by brand.
 *
 * <p>It begins as the brand's, whatever it is about. The first topic that enough authors share within the window leads it; another
 * topic that reaches as many leaves with its calls and is a surge of its own. A callout joins the surge that its topic leads,
 * else the oldest. It ends when nobody weighty called out for the quiet span, or when every call has a human answer after it.
 */
public final class SurgeLife extends Life {

    private static final long serialVersionUID = 1;

    private static final int CRITICAL_TIMES_AUTHORS = 2;
    private static final int FAST_PART_OF_WINDOW = 5;

    public SurgeLife(Brands brands) {
        super(brands);
    }

    @Override
    Outcry begin(List<Sign> story) {
        Sign first = story.get(0);
        Sign last = story.get(story.size() - 1);
        Surge policy = policy(first.brand());
        Outcry outcry = new Outcry(
                Rule.CALLOUT_SURGE,
                first.brand(),
                Subject.brand(first.brand()),
                first.at(),
                last.at(),
                policy.authors());
        story.forEach(outcry::hear);
        if (isLed(outcry, last, policy)) {
            outcry.lead = last.topic();
        }
        return outcry;
    }

    @Override
    void join(LifeMemory memory, Sign sign, Consumer<Moment> out) {
        if (!sign.isCallout()) {
            return;
        }
        Outcry outcry = memory.running.stream()
                .filter(each -> each.lead != null && each.lead.equals(sign.topic()))
                .findFirst()
                .orElse(memory.running.get(0));
        if (!outcry.hear(sign)) {
            return;
        }
        if (!Objects.equals(outcry.lead, sign.topic()) && isLed(outcry, sign, policy(sign.brand()))) {
            if (outcry.lead != null) {
                divide(memory, outcry, sign, out);
                return;
            }
            outcry.lead = sign.topic();
        }
        tellNews(outcry, sign.at(), out);
    }

    /** Whether enough calls about the newest one's topic lie within the window that ends with it. */
    private static boolean isLed(Outcry outcry, Sign newest, Surge policy) {
        return newest.topic() != null
                && outcry.calls.stream()
                                .filter(call -> isAbout(newest.topic(), call))
                                .filter(call -> newest.isWithin(policy.within(), call.sign()))
                                .count()
                        >= policy.authors();
    }

    private static boolean isAbout(String topic, Call call) {
        return topic.equals(call.sign().topic());
    }

    private void divide(LifeMemory memory, Outcry outcry, Sign newest, Consumer<Moment> out) {
        String topic = newest.topic();
        List<Call> leaving =
                outcry.calls.stream().filter(call -> isAbout(topic, call)).toList();
        Outcry own = new Outcry(
                Rule.CALLOUT_SURGE,
                outcry.brand,
                new Subject(Cut.TOPIC, topic),
                leaving.get(0).sign().at(),
                newest.at(),
                outcry.threshold);
        own.calls.addAll(leaving);
        own.lead = topic;
        outcry.calls.removeAll(leaving);
        memory.running.add(own);
        tell(own, Change.FIRED, newest.at(), out);
        if (outcry.isAnsweredWholly()) {
            resolve(memory, outcry, End.ANSWERED, newest.at(), out);
        } else {
            tell(outcry, Change.UPDATED, newest.at(), out);
        }
    }

    @Override
    End endedBy(Outcry outcry, Sign sign) {
        return outcry.isAnsweredWholly() ? End.ANSWERED : End.NOT_YET;
    }

    @Override
    long quiet(String brand) {
        return policy(brand).quiet();
    }

    @Override
    long memorySpan(String brand) {
        return policy(brand).within();
    }

    @Override
    Severity severity(Outcry outcry) {
        Surge policy = policy(outcry.brand);
        boolean many = outcry.calls.size() >= CRITICAL_TIMES_AUTHORS * outcry.threshold;
        boolean far = outcry.reach() >= policy.criticalReach();
        return many || far || isFast(outcry, policy) ? Severity.CRITICAL : Severity.WARNING;
    }

    /** As many authors as make a surge, in a fifth of the time that they may take. */
    private static boolean isFast(Outcry outcry, Surge policy) {
        int before = outcry.calls.size() - (int) outcry.threshold;
        return before >= 0
                && outcry.lastCall()
                        .isWithin(
                                policy.within() / FAST_PART_OF_WINDOW,
                                outcry.calls.get(before).sign());
    }

    @Override
    Measure measure(Outcry outcry) {
        return Measure.counted("authors", outcry.calls.size(), outcry.threshold);
    }

    @Override
    String why(Outcry outcry) {
        String many = outcry.beyond == 0 ? "" : " or more";
        return "%s%s weighty authors with %s followers in all were negative in public within %s: %s. %s of them have an answer."
                .formatted(
                        Words.number(outcry.calls.size()),
                        many,
                        Words.number(outcry.reach()),
                        Words.span(outcry.lastCall().at() - outcry.first().at()),
                        Words.topics(outcry),
                        Words.number(outcry.answered()));
    }

    private Surge policy(String brand) {
        return brands.of(brand).callouts().surge();
    }
}
