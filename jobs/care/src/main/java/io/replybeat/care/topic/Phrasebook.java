package io.replybeat.care.topic;

import io.replybeat.care.topic.Phrase.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which phrases does a piece of text carry on? All phrases of a taxonomy, taken apart and looked for together. */
final class Phrasebook {

    /** Before the first piece of a phrase. */
    static final int BEGINNING = -1;

    private final Automaton automaton;
    private final Step[][] steps;
    private final int entries;
    private final int phrases;
    private final int waypoints;

    /** Phrases that begin with the same pieces have the same way so far. */
    private record Waypoint(int before, Piece piece) {}

    /**
     * What it means that a piece was found.
     *
     * @param before the waypoint that must have been reached, not more than {@code wordsBefore} words ago
     * @param reached the waypoint to note; without meaning where a phrase ends
     * @param phrase the phrase that ends here; null if it goes on
     * @param phraseNumber its place among all phrases
     * @param entry the number of the topic or sub-topic it stands under
     * @param topic the number of the topic as a whole
     * @param length of the piece, blanks at its ends included
     * @param blankBefore 1 if it begins with a blank, else 0; and so {@code blankAfter}
     */
    record Step(
            int before,
            int wordsBefore,
            int reached,
            Phrase phrase,
            int phraseNumber,
            int entry,
            int topic,
            int length,
            int blankBefore,
            int blankAfter) {}

    Phrasebook(List<Phrase> phrases) {
        Plan plan = new Plan();
        for (int number = 0; number < phrases.size(); number++) {
            plan.add(phrases.get(number), number);
        }
        this.automaton = new Automaton(List.copyOf(plan.stepsOfPiece.keySet()));
        this.steps = plan.stepsOfPiece.values().stream()
                .map(each -> each.toArray(Step[]::new))
                .toArray(Step[][]::new);
        this.entries = 1
                + phrases.stream()
                        .mapToInt(phrase -> phrase.entry().place())
                        .max()
                        .orElse(-1);
        this.phrases = phrases.size();
        this.waypoints = plan.waypoints.size();
    }

    /** What is known while the phrases are taken apart. */
    private static final class Plan {
        private final Map<String, List<Step>> stepsOfPiece = new LinkedHashMap<>();
        private final Map<Waypoint, Integer> waypoints = new HashMap<>();

        void add(Phrase phrase, int number) {
            for (List<Piece> spelling : phrase.spellings()) {
                int before = BEGINNING;
                for (Piece piece : spelling.subList(0, spelling.size() - 1)) {
                    before = reached(before, piece);
                }
                add(spelling.get(spelling.size() - 1), before, -1, phrase, number);
            }
        }

        private int reached(int before, Piece piece) {
            Waypoint waypoint = new Waypoint(before, piece);
            Integer known = waypoints.get(waypoint);
            if (known != null) {
                return known;
            }
            int reached = waypoints.size();
            waypoints.put(waypoint, reached);
            add(piece, before, reached, null, -1);
            return reached;
        }

        private void add(Piece piece, int before, int reached, Phrase phrase, int number) {
            String text = piece.text();
            TopicEntry entry = phrase == null ? null : phrase.entry();
            stepsOfPiece
                    .computeIfAbsent(text, each -> new ArrayList<>(1))
                    .add(new Step(
                            before,
                            piece.wordsBefore(),
                            reached,
                            phrase,
                            number,
                            entry == null ? -1 : entry.place(),
                            entry == null ? -1 : entry.whole().place(),
                            text.length(),
                            text.charAt(0) == FoldedText.BLANK ? 1 : 0,
                            text.charAt(text.length() - 1) == FoldedText.BLANK ? 1 : 0));
        }
    }

    Automaton automaton() {
        return automaton;
    }

    Step[] stepsOf(int pattern) {
        return steps[pattern];
    }

    int entries() {
        return entries;
    }

    int phrases() {
        return phrases;
    }

    int waypoints() {
        return waypoints;
    }
}
