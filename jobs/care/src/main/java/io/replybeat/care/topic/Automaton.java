package io.replybeat.care.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Which of many patterns end at this character of a text? All of them are looked for at once (Aho and Corasick, 1975):
 * a state is the longest beginning of a pattern with which the text read so far ends, so every character is read once,
 * however many patterns there are.
 */
final class Automaton {

    static final int START = 0;

    private final Transitions transitions = new Transitions();
    private final int[] fromStart = new int[1 << 16];
    private final int[] fallBack;
    private final int[] heard;
    private final int[] pattern;

    /** Patterns are numbered by their place in the list; they are distinct and not empty. */
    Automaton(List<String> patterns) {
        Trie trie = new Trie(1 + patterns.stream().mapToInt(String::length).sum());
        for (int i = 0; i < patterns.size(); i++) {
            trie.add(patterns.get(i), i);
        }
        this.pattern = Arrays.copyOf(trie.pattern, trie.states);
        this.fallBack = new int[trie.states];
        this.heard = new int[trie.states];
        for (int state : trie.shortestFirst()) {
            int parent = trie.parent[state];
            fallBack[state] = parent == START ? START : next(fallBack[parent], trie.last[state]);
            heard[state] = pattern[state] >= 0 ? state : heard[fallBack[state]];
        }
    }

    /** How many there are; each takes about 40 bytes. */
    int states() {
        return fallBack.length;
    }

    /** Reads a character; a text of n characters takes at most 2 n looks at a transition. */
    int next(int state, char c) {
        for (int here = state; here != START; here = fallBack[here]) {
            int next = transitions.next(here, c);
            if (next != START) {
                return next;
            }
        }
        return fromStart[c];
    }

    /** The first state that says which pattern has just ended, {@link #START} if none has; ask {@link #pattern} for it. */
    int heard(int state) {
        return heard[state];
    }

    /** A shorter pattern that ended as well, {@link #START} if there is none. */
    int heardAlso(int state) {
        return heard[fallBack[state]];
    }

    int pattern(int state) {
        return pattern[state];
    }

    /** The patterns as a tree of their beginnings, while the automaton is built. */
    private final class Trie {
        private final int[] parent;
        private final int[] depth;
        private final char[] last;
        private final int[] pattern;
        private int states = 1;

        Trie(int most) {
            parent = new int[most];
            depth = new int[most];
            last = new char[most];
            pattern = new int[most];
            Arrays.fill(pattern, -1);
        }

        void add(String letters, int number) {
            int state = START;
            for (int i = 0; i < letters.length(); i++) {
                char c = letters.charAt(i);
                int next = state == START ? fromStart[c] : transitions.next(state, c);
                state = next == START ? grow(state, c) : next;
            }
            pattern[state] = number;
        }

        private int grow(int state, char c) {
            int grown = states++;
            if (grown == Transitions.MOST_STATES) {
                throw new IllegalArgumentException("the phrases are too many: over 16 million letters");
            }
            if (state == START) {
                fromStart[c] = grown;
            } else {
                transitions.add(state, c, grown);
            }
            parent[grown] = state;
            depth[grown] = depth[state] + 1;
            last[grown] = c;
            return grown;
        }

        /** All but the start: a state falls back to a shorter one, which must be known by then. */
        int[] shortestFirst() {
            int[] begin = new int[states + 1];
            for (int state = 1; state < states; state++) {
                begin[depth[state]]++;
            }
            for (int i = 1; i < begin.length; i++) {
                begin[i] += begin[i - 1];
            }
            int[] order = new int[states - 1];
            for (int state = 1; state < states; state++) {
                order[begin[depth[state] - 1]++] = state;
            }
            return order;
        }
    }
}
