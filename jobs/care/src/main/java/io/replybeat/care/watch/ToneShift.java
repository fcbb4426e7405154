package io.replybeat.care.watch;

import io.replybeat.care.alert.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Do customers sound worse, or do more of those write who always sound so?
 *
 * <p>The change of a mean is split by its parts k, with their shares w of the messages and their tone p, before (0) and now
 * (1): Σ w₁p₁ − Σ w₀p₀ = Σ (w₁ − w₀)·p₀ (another mix) + Σ w₁·(p₁ − p₀) (another tone).
 *
 * @param mix what another mix makes of the change, {@code tone} what another tone does; larger is worse
 */
record ToneShift(double mix, double tone, List<Cause> causes) {

    /** @param byScore whether the mean score is meant, else the share of negatives */
    static ToneShift of(List<Judged> parts, boolean byScore) {
        double expectedInAll = 0;
        double scoredInAll = 0;
        for (Judged part : parts) {
            expectedInAll += expected(part);
            scoredInAll += part.tally().scored;
        }
        double mix = 0;
        double tone = 0;
        List<Cause> changes = new ArrayList<>();
        for (Judged part : parts) {
            double before = expectedInAll == 0 ? 0 : expected(part) / expectedInAll;
            double now = scoredInAll == 0 ? 0 : part.tally().scored / scoredInAll;
            double usually = byScore ? -part.usual().score() : part.usual().negativeShare();
            double today = byScore ? -part.tally().meanScore() : part.tally().negativeShare();
            mix += (now - before) * usually;
            tone += now * (today - usually);
            changes.add(new Cause(
                    part.subject(),
                    byScore ? -today : today,
                    byScore ? -usually : usually,
                    now * today - before * usually));
        }
        double change = mix + tone;
        return new ToneShift(
                mix,
                tone,
                changes.stream()
                        .map(each -> new Cause(each.subject(), each.value(), each.expected(), each.share() / change))
                        .toList());
    }

    double change() {
        return mix + tone;
    }

    String inWords(boolean byScore) {
        if (change() <= 0) {
            return "";
        }
        return byScore
                ? Say.words(
                        " By topic: %s from a worse tone, %s from another mix of topics.",
                        Say.score(-tone), Say.score(-mix))
                : Say.words(
                        " By topic: %+.0f points from a worse tone, %+.0f from another mix of topics.",
                        100 * tone, 100 * mix);
    }

    private static double expected(Judged part) {
        double expected = part.volume().expected();
        return Double.isNaN(expected) ? 0 : expected;
    }
}
