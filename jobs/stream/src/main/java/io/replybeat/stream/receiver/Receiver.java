package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is told of alerts, and in which words? One HTTP request tells one moment of one alert.
 *
 * <p>Pure: when and how often a request is sent is the {@link Delivery}'s business. Travels with the job, secrets included,
 * so it never prints itself.
 */
public interface Receiver extends Serializable {

    /** For people, and for metrics and dead letters: {@code slack}. */
    String name();

    HttpCall call(Telling telling);

    /** Is it worth a request that {@code next}, an update, follows {@code told}, which the receiver knows? */
    default boolean isNews(Alert told, Alert next) {
        return true;
    }

    /** How often a receiver that forgets hears again of what still fires. */
    default Optional<Duration> repeat() {
        return Optional.empty();
    }

    /** What an operator should look at when the receiver turns alerts down. */
    String remedy();
}
