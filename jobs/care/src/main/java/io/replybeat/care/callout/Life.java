package io.replybeat.care.callout;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.callout.Outcry.End;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What becomes of the stories of one key, from the step that makes one whole until it is over?
 *
 * <p>{@code fired → (updated …) → resolved}. While one runs, what would make another only adds to it; and what belonged to one
 * that is over begins no other. The subclasses say what joins, what ends and what it is called.
 */
abstract class Life implements Fold<LifeMemory, Moment> {

    private static final long serialVersionUID = 1;

    private static final long DAY = 86_400_000;
    /** No story reaches further back, whatever a brand's spans are. */
    private static final long LONGEST_STORY = 8 * DAY;

    /** A {@link #memorySpan}: an answer from before the beginning never belongs to the story. */
    static final long NO_MEMORY = -1;

    private static final int MOST_ANSWERS = 500;
    private static final int MOST_EVIDENCE = 50;

    final Brands brands;

    Life(Brands brands) {
        this.brands = brands;
    }

    /** The story as it begins, its calls added. */
    abstract Outcry begin(List<Sign> story);

    /** A sign that is no doing of the brand's, while at least one story runs. */
    abstract void join(LifeMemory memory, Sign sign, Consumer<Moment> out);

    /** Whether this doing of the brand's, or this turn for the better, ends the story; {@link End#NOT_YET} if not. */
    abstract End endedBy(Outcry outcry, Sign sign);

    /** How long nothing may happen before it is over. */
    abstract long quiet(String brand);

    abstract Severity severity(Outcry outcry);

    abstract Measure measure(Outcry outcry);

    /** A sentence or two. */
    abstract String why(Outcry outcry);

    @Override
    public final LifeMemory start() {
        return new LifeMemory();
    }

    @Override
    public final Codec<LifeMemory> codec() {
        return LifeMemory.LifeCodec.CODEC;
    }

    @Override
    public final void see(LifeMemory memory, Step step, Consumer<Moment> out) {
        if (step.isStory()) {
            seeStory(memory, step, out);
            return;
        }
        Sign sign = step.first();
        switch (sign.kind()) {
            case ANSWER, BOT_ANSWER, CLOSED, BETTER -> seeDoing(memory, sign, out);
            default -> {
                if (!memory.running.isEmpty()) {
                    join(memory, sign, out);
                }
            }
        }
    }

    private void seeStory(LifeMemory memory, Step story, Consumer<Moment> out) {
        if (!memory.running.isEmpty() || isLeftOver(story.first(), memory.endedAt)) {
            return;
        }
        Outcry outcry = begin(story.signs());
        memory.answers.forEach(outcry::answer);
        memory.answers.clear();
        memory.running.add(outcry);
        tell(outcry, Change.FIRED, story.last().at(), out);
    }

    /** Whether a story with this first sign began in one that is over: what belonged to that begins no other. */
    boolean isLeftOver(Sign first, long endedAt) {
        return first.at() <= endedAt;
    }

    private void seeDoing(LifeMemory memory, Sign sign, Consumer<Moment> out) {
        boolean concerns = false;
        for (Outcry outcry : List.copyOf(memory.running)) {
            boolean answers = outcry.answer(sign);
            concerns |= answers;
            End end = endedBy(outcry, sign);
            if (end != End.NOT_YET) {
                resolve(memory, outcry, end, sign.at(), out);
            } else if (answers && (outcry.isNews() || sign.is(Sign.Kind.BOT_ANSWER))) {
                tell(outcry, Change.UPDATED, sign.at(), out);
            }
        }
        if (!concerns && (sign.is(Sign.Kind.ANSWER) || sign.is(Sign.Kind.BOT_ANSWER))) {
            rememberAnswer(memory, sign);
        }
    }

    private void rememberAnswer(LifeMemory memory, Sign sign) {
        long span = memorySpan(sign.brand());
        if (span == NO_MEMORY) {
            return;
        }
        long tooOld = sign.at() - span;
        memory.answers.removeIf(answer -> answer.at() < tooOld);
        if (memory.answers.size() >= MOST_ANSWERS) {
            memory.answers.remove(0);
        }
        memory.answers.add(sign);
    }

    /** So far back the first sign of a story may lie, or {@link #NO_MEMORY}. */
    abstract long memorySpan(String brand);

    @Override
    public final long due(LifeMemory memory) {
        long due = Fields.NONE;
        for (Outcry outcry : memory.running) {
            due = ConversationReading.earlier(due, quietAt(outcry));
        }
        return memory.running.isEmpty() ? forgetAt(memory) : due;
    }

    /** To the full day: one timer a day and key, not one an answer. */
    private static long forgetAt(LifeMemory memory) {
        long last = memory.endedAt;
        for (Sign answer : memory.answers) {
            last = Math.max(last, answer.at());
        }
        return last == Fields.NONE ? Fields.NONE : (Math.floorDiv(last + LONGEST_STORY, DAY) + 1) * DAY;
    }

    @Override
    public final void end(LifeMemory memory, Consumer<Moment> out) {
        long now = due(memory);
        if (memory.running.isEmpty()) {
            memory.answers.clear();
            memory.endedAt = Fields.NONE;
            return;
        }
        for (Outcry outcry : List.copyOf(memory.running)) {
            if (quietAt(outcry) == now) {
                resolve(memory, outcry, End.QUIET, now, out);
            }
        }
    }

    @Override
    public final boolean isEmpty(LifeMemory memory) {
        return memory.running.isEmpty() && memory.endedAt == Fields.NONE && memory.answers.isEmpty();
    }

    private long quietAt(Outcry outcry) {
        return outcry.lastAt + quiet(outcry.brand);
    }

    /** Tells it if there is enough that is new. */
    final void tellNews(Outcry outcry, long at, Consumer<Moment> out) {
        if (outcry.isNews() || severity(outcry).compareTo(outcry.severity) > 0) {
            tell(outcry, Change.UPDATED, at, out);
        }
    }

    final void resolve(LifeMemory memory, Outcry outcry, End end, long at, Consumer<Moment> out) {
        outcry.end = end;
        memory.running.remove(outcry);
        memory.endedAt = Math.max(memory.endedAt, at);
        tell(outcry, Change.RESOLVED, at, out);
    }

    final void tell(Outcry outcry, Change change, long at, Consumer<Moment> out) {
        Severity now = severity(outcry);
        outcry.severity = now.compareTo(outcry.severity) > 0 ? now : outcry.severity;
        outcry.revision++;
        outcry.updatedAt = at;
        outcry.toldCalls = outcry.calls.size();
        outcry.toldAnswers = outcry.answered();
        out.accept(new Moment(alert(outcry, change), outcry));
    }

    private Alert alert(Outcry outcry, Change change) {
        return new Alert(
                outcry.rule,
                outcry.brand,
                outcry.subject,
                outcry.since,
                outcry.firedAt,
                outcry.updatedAt,
                change == Change.RESOLVED ? outcry.updatedAt : Fields.NONE,
                change,
                outcry.revision,
                outcry.severity,
                false,
                measure(outcry),
                why(outcry) + Words.ofEnd(outcry.end),
                evidence(outcry));
    }

    private static Evidence evidence(Outcry outcry) {
        List<String> messages = new ArrayList<>();
        List<String> conversations = new ArrayList<>();
        for (Call call : outcry.calls) {
            if (messages.size() < MOST_EVIDENCE) {
                messages.add(call.sign().eventId());
                if (!conversations.contains(call.sign().conversationId())) {
                    conversations.add(call.sign().conversationId());
                }
            }
        }
        List<Cause> causes = outcry.topics().stream()
                .limit(MOST_EVIDENCE)
                .map(topic -> new Cause(
                        new Subject(Cut.TOPIC, topic.getKey()),
                        topic.getValue(),
                        Double.NaN,
                        topic.getValue() / (double) outcry.calls.size()))
                .toList();
        return new Evidence(messages, conversations, causes, List.of());
    }
}
