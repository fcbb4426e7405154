package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** How are an alert's numbers said to people? Plain text; whoever shows it escapes it. */
final class Wording {

    private static final int CAUSES = 3;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Wording() {}

    /** {@code messages: 84}. */
    static String measured(Alert alert) {
        return alert.measure().name() + ": " + number(alert.measure().value());
    }

    /** {@code 9 to 36}, or the one number that is known; empty where nothing is usual. */
    static String usual(Measure measure) {
        if (Double.isFinite(measure.low()) && Double.isFinite(measure.high())) {
            return number(measure.low()) + " to " + number(measure.high());
        }
        return Double.isFinite(measure.expected()) ? number(measure.expected()) : "";
    }

    /** The largest few, a sentence each: {@code topic billing: 80 instead of 20 (95 % of the change)}. */
    static List<String> causes(Alert alert) {
        return alert.evidence().causes().stream()
                .limit(CAUSES)
                .map(Wording::cause)
                .toList();
    }

    private static String cause(Cause cause) {
        StringBuilder text =
                new StringBuilder(cause.subject().inWords()).append(": ").append(number(cause.value()));
        if (Double.isFinite(cause.expected())) {
            text.append(" instead of ").append(number(cause.expected()));
        }
        if (Double.isFinite(cause.share())) {
            text.append(" (").append(Math.round(100 * cause.share())).append(" % of the change)");
        }
        return text.toString();
    }

    /** What else became unusual, in a list; empty if nothing did. */
    static String joined(Alert alert) {
        return alert.evidence().joined().stream().map(Subject::inWords).collect(Collectors.joining(", "));
    }

    /** Whole numbers whole, others to three digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
