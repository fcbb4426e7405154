package io.replybeat.stream.setup;

import java.util.concurrent.Callable;

/**
 * One thing the house needs in Kafka or Elasticsearch: is it there, and what would be asked to have it?
 *
 * @param what for people: {@code index template replybeat-facts}
 * @param detail why it is not as we would have it; empty when there is nothing to say
 * @param request exactly what would be sent, empty when nothing would
 */
public record Step(String what, State state, String detail, String request, Callable<Void> action) {

    public enum State {
        PRESENT("is there", "is there"),
        /** There, but not as we would make it; changing it is the operator's to decide. */
        DIFFERENT("is there, but different", "stays as it is"),
        CREATE("will be created", "created"),
        CHANGE("will be changed", "changed");

        private final String before;
        private final String after;

        State(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    static Step nothingToDo(String what, State state, String detail) {
        return new Step(what, state, detail, "", () -> null);
    }

    public boolean isDue() {
        return state == State.CREATE || state == State.CHANGE;
    }

    /** One line for people, once it was applied. */
    public String done() {
        return what + " " + state.after;
    }

    /** One line for people, before it is applied. */
    @Override
    public String toString() {
        return what + " " + state.before + (detail.isEmpty() ? "" : ": " + detail);
    }
}
