package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AutomatonTest {

    @Test
    void it_hears_every_pattern_that_ends_the_longest_first() {
        assertThat(heard(List.of("he", "she", "his", "hers"), "ushers")).containsExactly("she@4", "he@4", "hers@6");
    }

    @Test
    void it_hears_what_a_look_at_every_place_hears() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 500; round++) {
            TreeSet<String> patterns = new TreeSet<>();
            for (int i = 0; i < 12; i++) {
                patterns.add(letters(random, 1 + random.nextInt(4)));
            }
            String text = letters(random, 60);
            assertThat(heard(List.copyOf(patterns), text))
                    .as("%s in %s", patterns, text)
                    .containsExactlyInAnyOrderElementsOf(looked(patterns, text));
        }
    }

    private static List<String> heard(List<String> patterns, String text) {
        Automaton automaton = new Automaton(patterns);
        List<String> heard = new ArrayList<>();
        int state = Automaton.START;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.next(state, text.charAt(i));
            for (int each = automaton.heard(state); each != Automaton.START; each = automaton.heardAlso(each)) {
                heard.add(patterns.get(automaton.pattern(each)) + "@" + (i + 1));
            }
        }
        return heard;
    }

    private static List<String> looked(Iterable<String> patterns, String text) {
        List<String> looked = new ArrayList<>();
        for (String pattern : patterns) {
            for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
                looked.add(pattern + "@" + (at + pattern.length()));
            }
        }
        return looked;
    }

    private static String letters(SplittableRandom random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }
}
