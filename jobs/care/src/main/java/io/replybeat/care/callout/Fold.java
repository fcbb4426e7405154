package io.replybeat.care.callout;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.document.Fields;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * What does one key make of its steps, one after the other, and of the spans that end between them?
 *
 * <p>Told all steps in {@link Step#ORDER}; a span that ends at an instant ends after the steps of that instant. So what it says
 * depends on the steps alone.
 *
 * @param <S> what it remembers of a key; changes in place
 * @param <O> what it says
 */
public interface Fold<S, O> extends Serializable {

    /** Nothing remembered yet. */
    S start();

    /** How the memory lies in state. */
    Codec<S> codec();

    void see(S memory, Step step, Consumer<O> out);

    /** When the next span ends, in milliseconds, or {@link Fields#NONE}. */
    long due(S memory);

    /** The span that is {@link #due} ends now. */
    void end(S memory, Consumer<O> out);

    /** Whether there is nothing worth remembering. */
    boolean isEmpty(S memory);
}
