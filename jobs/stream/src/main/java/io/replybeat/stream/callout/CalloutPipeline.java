package io.replybeat.stream.callout;

import static io.replybeat.stream.pipeline.OperatorIds.name;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.SignCodec;
import io.replybeat.care.callout.Step;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.util.Collector;

/**
 * How do events become alerts about callouts?
 *
 * <pre>
 *   events, in time ─▶ read conversations ─▶ signs ─▶ for each pattern of the catalogue:
 *
 *     signs that concern it ─▶ gate ─┬─▶ its story (Flink CEP) ─▶ stories ─┬─▶ its life ─▶ alerts, callout documents
 *                                    ╰────────────── signs ───────────────╯
 * </pre>
 *
 * The story finds the beginning; its life, a plain fold behind the watermark, tells how it grows and when it is over.
 */
public final class CalloutPipeline {

    private static final TypeInformation<Sign> SIGN = CodecType.of(Sign.class, SignCodec.CODEC);
    private static final TypeInformation<Moment> MOMENT = CodecType.of(Moment.class, Moment.MomentCodec.CODEC);
    static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, AlertCodec.CODEC);

    private CalloutPipeline() {}

    /** @param timely those that came in time, each once, in order, keyed by conversation */
    public static DataStream<Alert> wire(DataStream<Event> timely, Outputs to, JobOptions options) {
        DataStream<Sign> signs = signs(timely, options.brands());
        DataStream<Moment> moments = null;
        for (CalloutPattern pattern : CalloutPatterns.ALL) {
            DataStream<Moment> more = moments(signs, pattern, options.brands());
            moments = moments == null ? more : moments.union(more);
        }
        tell(moments, to, options);
        Brands brands = options.brands();
        return name(moments.map(moment -> muted(moment.alert(), brands), ALERT), OperatorIds.CALLOUT_ALERTS);
    }

    /** Receivers remember whom they called before a mute; the end of that is told. What was muted is told with its next moment. */
    private static Alert muted(Alert alert, Brands brands) {
        boolean muted = brands.of(alert.brand()).alerts().isMuted(alert.rule(), alert.updatedAt());
        return muted && alert.isFiring() ? alert.muted(true) : alert;
    }

    /** Read where the events are: no second shuffle. */
    static DataStream<Sign> signs(DataStream<Event> timely, Brands brands) {
        return name(
                DataStreamUtils.reinterpretAsKeyedStream(timely, ConversationKey::idOf, Types.STRING)
                        .transform(OperatorIds.CALLOUT_SIGNS.label(), SIGN, new ReadConversations(brands)),
                OperatorIds.CALLOUT_SIGNS);
    }

    static DataStream<Moment> moments(DataStream<Sign> signs, CalloutPattern pattern, Brands brands) {
        DataStream<Sign> concerned = gated(concerned(signs, pattern), pattern.gate(brands));
        return fold(
                steps(concerned, pattern.lifeId()).union(stories(concerned, pattern, brands)),
                pattern::lifeKey,
                pattern.life(brands),
                MOMENT,
                pattern.lifeId());
    }

    /** Each as soon as event time has passed its last sign. */
    static DataStream<Step> stories(DataStream<Sign> concerned, CalloutPattern pattern, Brands brands) {
        return name(
                CEP.pattern(
                                told(concerned, pattern).keyBy(pattern::storyKey, Types.STRING),
                                pattern.story(brands),
                                new ByTime())
                        .inEventTime()
                        .process(new Whole(pattern, brands), FoldOperator.STEP),
                pattern.storyId());
    }

    private static DataStream<Sign> gated(DataStream<Sign> signs, CalloutPattern.Gate gate) {
        return gate == null ? signs : fold(steps(signs, gate.id()), gate.key(), gate.fold(), SIGN, gate.id());
    }

    private static DataStream<Sign> concerned(DataStream<Sign> signs, CalloutPattern pattern) {
        return signs.filter(pattern::concerns)
                .uid(pattern.lifeId().uid() + "-signs")
                .name(pattern.lifeId().label() + ", signs");
    }

    private static DataStream<Sign> told(DataStream<Sign> concerned, CalloutPattern pattern) {
        return concerned
                .flatMap((Sign sign, Collector<Sign> out) -> {
                    if (pattern.isToldIn(sign)) {
                        pattern.told(sign).forEach(out::collect);
                    }
                })
                .returns(SIGN)
                .uid(pattern.storyId().uid() + "-signs")
                .name(pattern.storyId().label() + ", signs");
    }

    private static DataStream<Step> steps(DataStream<Sign> signs, OperatorIds before) {
        return signs.map(Step::of, FoldOperator.STEP)
                .uid(before.uid() + "-steps")
                .name(before.label() + ", steps");
    }

    private static <S, O> DataStream<O> fold(
            DataStream<Step> steps,
            CalloutPattern.SignKey key,
            Fold<S, O> fold,
            TypeInformation<O> says,
            OperatorIds id) {
        return name(
                steps.keyBy(step -> key.of(step.last()), Types.STRING)
                        .transform(id.label(), says, new FoldOperator<>(key, fold)),
                id);
    }

    private static void tell(DataStream<Moment> moments, Outputs to, JobOptions options) {
        String privacyKey = options.get(Options.PRIVACY_PSEUDONYMISE) ? options.get(Options.PRIVACY_KEY) : null;
        to.documents(
                name(
                        moments.map(new DescribeCallouts(privacyKey)).returns(DocumentType.INSTANCE),
                        OperatorIds.CALLOUT_DOCUMENTS),
                OperatorIds.CALLOUT_SINK);
    }

    /** Of signs at one instant, the order in which every run sees them. */
    private static final class ByTime implements EventComparator<Sign> {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(Sign one, Sign other) {
            return Sign.ORDER.compare(one, other);
        }
    }

    /** Hands on all signs of a story that is whole, in order. */
    private static final class Whole extends PatternProcessFunction<Sign, Step> {
        private static final long serialVersionUID = 1;

        private final CalloutPattern pattern;
        private final Brands brands;

        Whole(CalloutPattern pattern, Brands brands) {
            this.pattern = pattern;
            this.brands = brands;
        }

        @Override
        public void processMatch(Map<String, List<Sign>> stages, Context context, Collector<Step> out) {
            List<Sign> signs = new ArrayList<>();
            stages.values().forEach(signs::addAll);
            signs.sort(Sign.ORDER);
            if (pattern.isWhole(signs, brands)) {
                out.collect(Step.story(signs));
            }
        }
    }
}
