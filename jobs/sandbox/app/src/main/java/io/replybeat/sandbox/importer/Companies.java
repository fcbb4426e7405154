package io.replybeat.sandbox.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which companies are there? Numbered from 0; upper and lower case make no difference, the first spelling is kept. */
final class Companies {

    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int add(String name) {
        return numbers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }
}
