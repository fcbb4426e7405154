package io.replybeat.care.alert;

/**
 * What was measured, and what would have been usual?
 *
 * @param name {@code messages}, {@code share of negatives}, {@code mean score}, {@code conversations}, {@code authors}
 * @param value in the unit of the name; a share is 0 to 1, a score −1 to 1
 * @param expected what is usual at this hour; NaN where nothing is
 * @param low with {@code high} the usual range; NaN where there is none
 * @param high see {@code low}
 * @param threshold from where on it was worth an alert
 */
public record Measure(String name, double value, double expected, double low, double high, double threshold) {

    /** Of something that is counted and has no usual number. */
    public static Measure counted(String name, double value, double threshold) {
        return new Measure(name, value, Double.NaN, Double.NaN, Double.NaN, threshold);
    }
}
