package io.replybeat.stream.callout;

import io.replybeat.care.callout.Sign;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a stage asks of a sign, knowing the signs that the story has by then. */
final class Condition extends IterativeCondition<Sign> {

    private static final long serialVersionUID = 1;

    private final List<String> stages;
    private final Question question;

    /** A question about the next sign of a story. */
    @FunctionalInterface
    interface Question extends Serializable {
        /** @param soFar the story up to now, in order */
        boolean ask(List<Sign> soFar, Sign next);
    }

    private Condition(List<String> stages, Question question) {
        this.stages = stages;
        this.question = question;
    }

    /** @param stages of the story, in order */
    static Condition of(List<String> stages, Question question) {
        return new Condition(List.copyOf(stages), question);
    }

    @Override
    public boolean filter(Sign next, Context<Sign> context) throws Exception {
        List<Sign> soFar = new ArrayList<>();
        for (String stage : stages) {
            context.getEventsForPattern(stage).forEach(soFar::add);
        }
        return question.ask(soFar, next);
    }
}
