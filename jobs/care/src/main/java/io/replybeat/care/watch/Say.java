package io.replybeat.care.watch;

import java.time.Duration;
import java.util.Locale;

/** How are numbers said in the sentence of an alert? Short, and the same in every locale. */
final class Say {

    private Say() {}

    static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String messages(double count) {
        return count(count) + (count == 1 ? " message" : " messages");
    }

    static String count(double count) {
        return String.format(Locale.ROOT, Math.abs(count) >= 10 || count == Math.rint(count) ? "%.0f" : "%.1f", count);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score).replace('-', '−');
    }

    static String minutes(Duration span) {
        return span.toMinutes() == 1 ? "1 minute" : span.toMinutes() + " minutes";
    }
}
