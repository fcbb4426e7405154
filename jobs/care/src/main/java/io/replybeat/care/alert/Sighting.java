package io.replybeat.care.alert;

/**
 * What does one look at a slice find?
 *
 * @param known whether there was anything to look at: of a source that is silent nothing is known, and nothing changes
 * @param starts whether this is worth an alert: by itself, or again by growing far beyond what was told
 * @param beyond whether it lies outside the usual now
 * @param rising whether it is unusual over a longer time, though not now
 * @param enough whether there is enough of it to call somebody
 * @param rank the larger, the more unusual: which slice an incident is named after
 */
public record Sighting(
        Subject subject,
        boolean known,
        boolean starts,
        boolean beyond,
        boolean rising,
        boolean enough,
        Severity severity,
        double rank) {

    public Sighting(
            Subject subject,
            boolean starts,
            boolean beyond,
            boolean rising,
            boolean enough,
            Severity severity,
            double rank) {
        this(subject, true, starts, beyond, rising, enough, severity, rank);
    }

    /** The slice's source is silent. */
    public static Sighting unknown(Subject subject) {
        return new Sighting(subject, false, false, false, false, false, Severity.WARNING, 0);
    }
}
