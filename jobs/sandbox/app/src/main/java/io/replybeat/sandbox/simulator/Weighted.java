package io.replybeat.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;

/** Which of several things, when some are likelier than others? */
final class Weighted<T> {

    private final List<T> values = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    static <T> Weighted<T> of(T value, double weight) {
        return new Weighted<T>().or(value, weight);
    }

    Weighted<T> or(T value, double weight) {
        total += weight;
        values.add(value);
        upTo.add(total);
        return this;
    }

    T pick(Dice dice) {
        double drawn = dice.even() * total;
        int index = 0;
        while (upTo.get(index) <= drawn) {
            index++;
        }
        return values.get(index);
    }

    List<T> values() {
        return List.copyOf(values);
    }
}
