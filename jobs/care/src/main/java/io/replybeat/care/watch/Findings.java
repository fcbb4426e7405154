package io.replybeat.care.watch;

import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Report;
import io.replybeat.care.alert.Sighting;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.detect.Verdict;
import io.replybeat.care.metric.Cut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What was found in one bucket of a brand, and why is it so: which topics, networks and messages made the change?
 *
 * @param slices every slice that is watched, also those in which nothing was written
 */
record Findings(Subject brand, Duration bucket, SortedMap<Subject, Judged> slices) {

    private static final int MOST_CAUSES_A_CUT = 3;
    private static final int MOST_MESSAGES = 10;

    /** A part that made less of the change than this explains nothing. */
    private static final double LEAST_SHARE = 0.1;

    List<Sighting> volume(int minimum) {
        return slices.values().stream()
                .filter(Judged::isWatched)
                .map(each -> each.ofVolume(minimum))
                .toList();
    }

    /**
     * While a spike is told of, sour topics that simply are written about more often are no news of their own. A topic that
     * itself sounds worse is.
     *
     * @param spiking whether an alert on volume fires
     */
    List<Sighting> tone(int minimum, boolean spiking) {
        boolean mixed = spiking && isAnotherMix();
        return slices.values().stream()
                .filter(Judged::isWatched)
                .map(each -> each.ofTone(mixed && each.subject().cut() != Cut.TOPIC ? Integer.MAX_VALUE : minimum))
                .toList();
    }

    private boolean isAnotherMix() {
        ToneShift shift = ToneShift.of(parts(Cut.TOPIC), slices.get(brand).tonesByScore());
        return shift.mix() > shift.tone();
    }

    Report onVolume(Subject subject) {
        Judged lead = slices.get(subject);
        Verdict verdict = lead.volume();
        List<Cause> causes = lead.isBrand() ? partsOfBrand(lead) : partsAcross(lead);
        StringBuilder why = new StringBuilder(Say.words(
                "%s in %s, %s expected at this hour (usually %s to %s)",
                Say.messages(verdict.value()),
                Say.minutes(bucket),
                Say.count(verdict.expected()),
                Say.count(Math.ceil(verdict.low())),
                Say.count(Math.floor(verdict.high()))));
        if (!(verdict.value() > verdict.high()) && verdict.spanBuckets() > 1) {
            why.append("; more than usual over the last ")
                    .append(Say.minutes(bucket.multipliedBy(verdict.spanBuckets())))
                    .append(" together");
        }
        why.append('.');
        String most = causes.stream()
                .filter(cause -> !isUnsorted(cause.subject()))
                .map(cause -> Say.words(
                        "%s %+.0f (%s)",
                        cause.subject().inWords(),
                        cause.value() - cause.expected(),
                        Say.percent(Math.min(1, cause.share()))))
                .collect(Collectors.joining(", "));
        if (!most.isEmpty()) {
            why.append(" Of the change: ").append(most).append('.');
        }
        if (lead.tally().reposts > 0) {
            why.append(Say.words(" Reposts among them: %d.", lead.tally().reposts));
        }
        return report(verdict, why.toString(), causes, lead, tally -> tally.weightiest);
    }

    Report onTone(Subject subject) {
        Judged lead = slices.get(subject);
        Verdict verdict = lead.tone();
        boolean byScore = lead.tonesByScore();
        List<Cause> causes = new ArrayList<>();
        StringBuilder why = new StringBuilder(
                byScore
                        ? Say.words(
                                "The mean score of %s in %s is %s, %s expected (usually down to %s)",
                                Say.messages(lead.tally().scored),
                                Say.minutes(bucket),
                                Say.score(verdict.value()),
                                Say.score(verdict.expected()),
                                Say.score(verdict.low()))
                        : Say.words(
                                "%s of %s in %s are negative, %s expected (usually up to %s)",
                                Say.percent(verdict.value()),
                                Say.messages(lead.tally().scored),
                                Say.minutes(bucket),
                                Say.percent(verdict.expected()),
                                Say.percent(verdict.high())));
        if (!verdict.isUnusual() && verdict.spanBuckets() > 1) {
            why.append("; worse than usual over the last ")
                    .append(Say.minutes(bucket.multipliedBy(verdict.spanBuckets())))
                    .append(" together");
        }
        why.append('.');
        if (lead.isBrand()) {
            ToneShift byTopic = ToneShift.of(parts(Cut.TOPIC), byScore);
            ToneShift byNetwork = ToneShift.of(parts(Cut.NETWORK), byScore);
            causes.addAll(largest(byTopic.causes(), byTopic.change()));
            causes.addAll(largest(byNetwork.causes(), byNetwork.change()));
            why.append(byTopic.inWords(byScore));
        } else {
            causes.addAll(toneAcross(lead, byScore));
        }
        return report(verdict, why.toString(), causes, lead, tally -> tally.sourest);
    }

    /** The brand's change is the sum of those of its networks, and that of its topics. */
    private List<Cause> partsOfBrand(Judged lead) {
        double change = lead.volume().value() - lead.volume().expected();
        List<Cause> causes = new ArrayList<>();
        for (Cut cut : List.of(Cut.TOPIC, Cut.NETWORK)) {
            causes.addAll(largest(parts(cut).stream()
                    .filter(part -> part.volume().finding() != Verdict.Finding.NO_DATA)
                    .map(part -> cause(
                            part.subject(), part.tally().messages, part.volume().expected(), change))
                    .toList()));
        }
        return causes;
    }

    /** Of a topic its networks, of a network its topics: expected as they share in the brand's messages at this hour. */
    private List<Cause> partsAcross(Judged lead) {
        Cut across = acrossOf(lead);
        double change = lead.volume().value() - lead.volume().expected();
        double whole = sum(parts(across), part -> part.volume().expected());
        List<Cause> causes = new ArrayList<>();
        for (Map.Entry<String, SliceTally.Part> part : lead.tally().across.entrySet()) {
            Judged judged = slices.get(new Subject(across, part.getKey()));
            double usualShare =
                    judged == null || !(whole > 0) ? 0 : known(judged.volume().expected()) / whole;
            causes.add(cause(
                    new Subject(across, part.getKey()),
                    part.getValue().messages(),
                    usualShare * lead.volume().expected(),
                    change));
        }
        return largest(causes, change);
    }

    /** How much worse than the slice usually sounds each of its parts makes it. */
    private static List<Cause> toneAcross(Judged lead, boolean byScore) {
        Cut across = acrossOf(lead);
        double usual = byScore ? -lead.usual().score() : lead.usual().negativeShare();
        double now = byScore ? -lead.tally().meanScore() : lead.tally().negativeShare();
        double change = (now - usual) * lead.tally().scored;
        List<Cause> causes = new ArrayList<>();
        lead.tally().across.forEach((name, part) -> {
            double badness = byScore ? -part.scores() / 1e6 : part.negatives();
            double mean = part.scored() == 0 ? usual : badness / part.scored();
            causes.add(new Cause(
                    new Subject(across, name),
                    byScore ? -mean : mean,
                    byScore ? -usual : usual,
                    (badness - part.scored() * usual) / change));
        });
        return largest(causes, change);
    }

    private static Cut acrossOf(Judged lead) {
        return lead.subject().cut() == Cut.TOPIC ? Cut.NETWORK : Cut.TOPIC;
    }

    private List<Judged> parts(Cut cut) {
        return slices.values().stream()
                .filter(each -> each.subject().cut() == cut)
                .toList();
    }

    /** In a bucket that itself has no more than usual, nothing made more: what rose lies in those before. */
    private static List<Cause> largest(List<Cause> causes, double change) {
        return change > 0 ? largest(causes) : List.of();
    }

    private static Cause cause(Subject subject, double value, double expected, double change) {
        return new Cause(subject, value, expected, (value - expected) / change);
    }

    private static List<Cause> largest(List<Cause> causes) {
        return causes.stream()
                .filter(cause -> cause.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(Cause::share).reversed().thenComparing(Cause::subject))
                .limit(MOST_CAUSES_A_CUT)
                .toList();
    }

    private Report report(
            Verdict verdict, String why, List<Cause> causes, Judged lead, Function<SliceTally, Foremost> foremost) {
        List<Heard> messages = new ArrayList<>();
        if (lead.isBrand()) {
            causes.stream()
                    .filter(cause -> cause.subject().cut() == Cut.TOPIC)
                    .forEach(cause -> messages.addAll(
                            foremost.apply(slices.get(cause.subject()).tally()).inOrder()));
        }
        messages.addAll(foremost.apply(lead.tally()).inOrder());
        LinkedHashSet<Heard> foremostFirst = new LinkedHashSet<>(messages);
        return new Report(
                new Measure(
                        verdict.measure(),
                        verdict.value(),
                        verdict.expected(),
                        verdict.low(),
                        verdict.high(),
                        verdict.threshold()),
                why,
                foremostFirst.stream().limit(MOST_MESSAGES).map(Heard::eventId).toList(),
                foremostFirst.stream()
                        .limit(MOST_MESSAGES)
                        .map(Heard::conversationId)
                        .distinct()
                        .toList(),
                causes.stream().filter(cause -> !isUnsorted(cause.subject())).toList());
    }

    private static boolean isUnsorted(Subject subject) {
        return subject.cut() == Cut.TOPIC && subject.name().equals(BucketTally.NO_TOPIC);
    }

    private static double sum(List<Judged> parts, ToDoubleFunction<Judged> of) {
        return parts.stream().mapToDouble(part -> known(of.applyAsDouble(part))).sum();
    }

    private static double known(double number) {
        return Double.isNaN(number) ? 0 : number;
    }
}
