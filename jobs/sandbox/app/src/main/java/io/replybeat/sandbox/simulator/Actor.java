package io.replybeat.sandbox.simulator;

import java.util.Comparator;

/** Something that acts again and again at moments it chooses itself, until it is done. */
interface Actor {

    long DONE = Long.MAX_VALUE;

    /** Two actors never act in an undecided order, else the same seed could give another course of events. */
    Comparator<Actor> BY_TIME = Comparator.comparingLong(Actor::actsAt).thenComparingLong(Actor::number);

    /** When it acts next, in milliseconds since the epoch, never earlier than its last act; {@link #DONE} = not again. */
    long actsAt();

    /** Given in order of appearance; decides who is first at the same moment. */
    long number();

    /** Acts, and moves {@link #actsAt()} on. */
    void act(Stage stage);

    /** More or fewer people write from now on: whoever decides how many may choose its next moment again. */
    default void paceChanged(long now) {}
}
