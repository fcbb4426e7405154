package io.replybeat.dashboard.view;

import io.replybeat.care.metric.ClockKind;
import java.util.Locale;

/** Which replies are timed, on which clock? */
public enum Hours {
    ALL(ClockKind.CALENDAR, "", "Calendar time: nights and weekends count."),
    BUSINESS(ClockKind.BUSINESS, "business.", "Business time: it runs while the brand is open."),
    OFF(ClockKind.OFF_HOURS, "off_hours.", "Of what ended while the brand was closed; calendar time.");

    private final ClockKind clock;
    private final String prefix;
    private final String words;

    Hours(ClockKind clock, String prefix, String words) {
        this.clock = clock;
        this.prefix = prefix;
        this.words = words;
    }

    public ClockKind clock() {
        return clock;
    }

    /** The metric of these hours that answers the same question: {@code first_response.off_hours.p50_seconds}. */
    public String of(String timingMetric) {
        int dot = timingMetric.indexOf('.') + 1;
        return timingMetric.substring(0, dot) + prefix + timingMetric.substring(dot);
    }

    /** What a definition says of the clock. */
    public String words() {
        return words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
