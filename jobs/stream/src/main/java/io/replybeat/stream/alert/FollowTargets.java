package io.replybeat.stream.alert;

import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.CareClocks;
import io.replybeat.care.clock.Conversation;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.clock.OpenTargets;
import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.stream.codec.CodecType;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Follows what is owed to the customer of each conversation: {@link OpenTargets}.
 *
 * <p>Keyed by conversation, fed with its events in order. One that came too late for others is taken when it comes, if it is
 * the conversation's next: an answer that took long to get here ends what is owed. Brands that promise nothing cost nothing. A conversation is forgotten
 * after {@code conversation.memory}.
 */
public final class FollowTargets extends KeyedProcessFunction<String, LetGo, TargetChange> {

    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<OpenTargets> TARGETS = new ValueStateDescriptor<>(
            "targets", CodecType.ofMutable(OpenTargets.class, OpenTargets.OpenTargetsCodec.CODEC));

    private final Brands brands;
    private final Remembrance remembrance;
    private transient CareClocks clocks;
    private transient ValueState<OpenTargets> targets;

    public FollowTargets(Brands brands, Remembrance remembrance) {
        this.brands = brands;
        this.remembrance = remembrance;
    }

    @Override
    public void open(OpenContext context) {
        clocks = new CareClocks(brands, remembrance);
        targets = getRuntimeContext().getState(TARGETS);
    }

    @Override
    public void processElement(LetGo letGo, Context context, Collector<TargetChange> out) throws Exception {
        Event event = letGo.event();
        BrandPolicy policy = brands.of(event.brand());
        if (policy.sla().isEmpty()) {
            return;
        }
        OpenTargets known = targets.value();
        OpenTargets open = known == null ? new OpenTargets() : known;
        if (letGo.late() && !open.isNext(event)) {
            return;
        }
        Conversation conversation = conversation(context.getCurrentKey());
        open.after(event, context.timestamp(), conversation, policy.alerts().slaAtRisk())
                .forEach(out::collect);
        targets.update(open);
        if (known == null) {
            context.timerService().registerEventTimeTimer(open.forgottenAt(conversation));
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<TargetChange> out) throws Exception {
        OpenTargets open = targets.value();
        long forgottenAt = open == null ? at : open.forgottenAt(conversation(context.getCurrentKey()));
        if (forgottenAt > at) {
            context.timerService().registerEventTimeTimer(forgottenAt);
        } else {
            targets.clear();
        }
    }

    private Conversation conversation(String key) {
        return clocks.conversation(ConversationKey.parse(key));
    }
}
