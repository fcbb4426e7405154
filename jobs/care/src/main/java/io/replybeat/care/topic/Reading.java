package io.replybeat.care.topic;

import io.replybeat.care.topic.Phrasebook.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which phrases stand in one text? It is read once, from the first character to the last; what a phrase needs to be
 * remembered (how far it came, what an {@code unless} took back) is overwritten by what comes later, so neither time nor
 * memory grows faster than the text.
 */
final class Reading {

    /** A gap of four words is hardly longer, and no look back costs more than this. */
    private static final int GAP_CHARACTERS = 64;

    private static final int DENSE_CHARACTERS_A_WORD = 3;

    /** A phrase in the text, by places in the folded text. */
    record Finding(Step step, int start, int end) {}

    private final Phrasebook book;
    private final FoldedText text;
    private final String onlyLanguage;

    private final List<Finding> findings = new ArrayList<>();
    private BitSet found;
    private int[] waypointStart;
    private int[] waypointEnd;
    private int[] takenBackTo;

    /** @param onlyLanguage of whose phrases there is interest; null for all */
    Reading(Phrasebook book, FoldedText text, String onlyLanguage) {
        this.book = book;
        this.text = text;
        this.onlyLanguage = onlyLanguage;
    }

    /** Each phrase where it stands first, in the order in which they end. */
    List<Finding> findings() {
        Automaton automaton = book.automaton();
        int state = Automaton.START;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.next(state, text.at(i));
            if (state != Automaton.START) {
                hear(automaton, state, i + 1);
            }
        }
        return findings;
    }

    private void hear(Automaton automaton, int state, int pieceEnd) {
        for (int heard = automaton.heard(state); heard != Automaton.START; heard = automaton.heardAlso(heard)) {
            for (Step step : book.stepsOf(automaton.pattern(heard))) {
                take(step, pieceEnd);
            }
        }
    }

    private void take(Step step, int pieceEnd) {
        int start = pieceEnd - step.length() + step.blankBefore();
        int end = pieceEnd - step.blankAfter();
        int phraseStart = start;
        if (step.before() != Phrasebook.BEGINNING) {
            if (!isNear(step, start)) {
                return;
            }
            phraseStart = waypointStart[step.before()];
        }
        if (step.phrase() == null) {
            reach(step.reached(), phraseStart, end);
        } else {
            conclude(step, phraseStart, end);
        }
    }

    private void reach(int waypoint, int start, int end) {
        if (waypointEnd == null) {
            waypointStart = new int[book.waypoints()];
            waypointEnd = new int[book.waypoints()];
        }
        waypointStart[waypoint] = start;
        waypointEnd[waypoint] = end;
    }

    /** Whether few enough words lie between the piece before, if it was seen, and this one, in the same sentence. */
    private boolean isNear(Step step, int start) {
        int end = waypointEnd == null ? 0 : waypointEnd[step.before()];
        if (end == 0 || end > start || start - end > GAP_CHARACTERS) {
            return false;
        }
        int blanks = 0;
        int dense = 0;
        for (int i = end; i < start; i++) {
            char c = text.at(i);
            if (c == FoldedText.SENTENCE_END) {
                return false;
            }
            blanks += c == FoldedText.BLANK ? 1 : 0;
            dense += Letters.isDense(c) ? 1 : 0;
        }
        int most = step.wordsBefore() * DENSE_CHARACTERS_A_WORD;
        return Math.max(0, blanks - 1) * DENSE_CHARACTERS_A_WORD + dense <= most;
    }

    private void conclude(Step step, int start, int end) {
        if (step.phrase().unless()) {
            takeBack(step, start, end);
        } else if (isOfInterest(step) && !isTakenBack(step, start) && isNew(step, start, end)) {
            found.set(step.phraseNumber());
            findings.add(new Finding(step, start, end));
        }
    }

    private boolean isOfInterest(Step step) {
        String language = step.phrase().language();
        return onlyLanguage == null || language == null || language.equals(onlyLanguage);
    }

    /** Neither was the phrase found before, nor these same words for the same entry, under another language or spelling. */
    private boolean isNew(Step step, int start, int end) {
        if (found == null) {
            found = new BitSet(book.phrases());
        }
        if (found.get(step.phraseNumber())) {
            return false;
        }
        for (int i = findings.size() - 1; i >= 0 && findings.get(i).end() == end; i--) {
            Finding other = findings.get(i);
            if (other.start() == start && other.step().entry() == step.entry()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTakenBack(Step step, int start) {
        return takenBackTo != null && (takenBackTo[step.entry()] > start || takenBackTo[step.topic()] > start);
    }

    /** What was found where the {@code unless} stands goes; what will be found there does not come. */
    private void takeBack(Step unless, int start, int end) {
        if (takenBackTo == null) {
            takenBackTo = new int[book.entries()];
        }
        takenBackTo[unless.entry()] = end;
        for (int i = findings.size() - 1; i >= 0 && findings.get(i).end() > start; i--) {
            Step step = findings.get(i).step();
            if (step.entry() == unless.entry() || step.topic() == unless.entry()) {
                found.clear(step.phraseNumber());
                findings.remove(i);
            }
        }
    }
}
