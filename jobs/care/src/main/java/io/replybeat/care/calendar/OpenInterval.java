package io.replybeat.care.calendar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when until when is the shop open on a day? Minutes since local midnight, the end excluded; 1440 is the day's end.
 */
public record OpenInterval(int from, int until) implements Serializable {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");

    public OpenInterval {
        if (from < 0 || until > MINUTES_A_DAY) {
            throw new IllegalArgumentException("a time of day lies between 00:00 and 24:00");
        }
        if (until <= from) {
            throw new IllegalArgumentException(
                    "it ends at or before its start; an interval over midnight is written as two, for example"
                            + " \"22:00-24:00\" on its day and \"00:00-02:00\" on the next");
        }
    }

    /** Reads {@code 09:00-12:30}; {@code 24:00} is the end of the day. */
    public static OpenInterval parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write from-until as \"09:00-12:30\"");
        }
        return new OpenInterval(
                minuteOfDay(matcher.group(1), matcher.group(2)), minuteOfDay(matcher.group(3), matcher.group(4)));
    }

    private static int minuteOfDay(String hour, String minute) {
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        if (m > 59 || h * 60 + m > MINUTES_A_DAY) {
            throw new IllegalArgumentException(
                    hour + ":" + minute + " is no time of day; they run from 00:00 to 24:00");
        }
        return h * 60 + m;
    }

    /** The same open minutes in order, each once: what overlaps or touches becomes one interval. */
    static List<OpenInterval> merged(List<OpenInterval> intervals) {
        List<OpenInterval> merged = new ArrayList<>();
        for (OpenInterval next : intervals.stream()
                .sorted(Comparator.comparingInt(OpenInterval::from))
                .toList()) {
            OpenInterval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.from <= last.until) {
                merged.set(merged.size() - 1, new OpenInterval(last.from, Math.max(last.until, next.until)));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, until / 60, until % 60);
    }
}
