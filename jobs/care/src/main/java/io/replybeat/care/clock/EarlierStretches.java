package io.replybeat.care.clock;

/**
 * Where are the full stretches of a long conversation kept, and in which one is an event?
 *
 * <p>The conversation's state holds only its last stretch; these are looked up one by one, by their number from 0.
 */
public interface EarlierStretches {

    Stretch get(int number);

    void put(int number, Stretch stretch);

    void remove(int number);

    /** The stretch that holds the event, or null: it is in none of them. */
    Integer find(String eventId);

    void enter(String eventId, int number);

    void forget(String eventId);
}
