package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in the range: the numbers and those of a week ago, their course, the table, what came most often?
 *
 * <p>Numbers, course and the table by brand are made of the same windows, so they cannot contradict each other.
 */
final class NumbersSection implements Section {

    private static final int MOST_ROWS = 100;
    private static final int MOST_NAMES = 12;

    private final Windows windows;

    NumbersSection(String indexPrefix) {
        this.windows = new Windows(indexPrefix);
    }

    @Override
    public List<Search> questions(Asked asked) {
        View view = asked.view();
        String value = view.sliceValue();
        List<Search> questions = new ArrayList<>();
        questions.add(windows.of(view.brand(), view.cut(), value, asked.span()));
        for (Span before : before(asked)) {
            questions.add(windows.of(view.brand(), view.cut(), value, before));
        }
        if (view.by() != Cut.BRAND) {
            questions.add(windows.of(view.brand(), view.by(), null, asked.span()));
        }
        return questions;
    }

    /** The same time a week ago: of an hour that runs now, so many minutes as have passed of it. */
    private static List<Span> before(Asked asked) {
        Span week = asked.span().aWeekBefore();
        Instant weekAgo = asked.now().minus(7, ChronoUnit.DAYS);
        boolean runs = week.window().equals(WindowSize.HOUR) && weekAgo.isBefore(week.to());
        if (!runs) {
            return List.of(week);
        }
        Instant minute = weekAgo.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        // Hours that had ended, and minutes far enough back for zones whose hours begin at half past.
        return List.of(
                new Span(week.from(), minute.minus(1, ChronoUnit.HOURS), WindowSize.HOUR, week.today()),
                new Span(minute.minus(2, ChronoUnit.HOURS), minute, WindowSize.MINUTE, week.today()));
    }

    /** Without the minutes of an hour that is there itself. */
    private static List<WindowDocument> once(List<WindowDocument> windows) {
        Map<String, Long> wholeUntil = new HashMap<>();
        windows.stream()
                .filter(window -> !isMinute(window))
                .forEach(hour -> wholeUntil.merge(hour.series().brand(), hour.end(), Math::max));
        return windows.stream()
                .filter(window -> !isMinute(window)
                        || window.start()
                                >= wholeUntil.getOrDefault(window.series().brand(), Long.MIN_VALUE))
                .toList();
    }

    private static boolean isMinute(WindowDocument window) {
        return window.size().equals(WindowSize.MINUTE);
    }

    @Override
    public void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot) {
        View view = asked.view();
        int spansBefore = before(asked).size();
        List<WindowDocument> now = asked.days().within(Windows.read(answers.get(0)));
        List<WindowDocument> before = new ArrayList<>();
        for (JsonNode answer : answers.subList(1, 1 + spansBefore)) {
            before.addAll(asked.daysBefore().within(Windows.read(answer)));
        }
        List<WindowDocument> compared =
                view.by() == Cut.BRAND ? now : asked.days().within(Windows.read(answers.get(1 + spansBefore)));

        writeSpan(asked.span(), snapshot);
        Summary sum = sum(now);
        Summary sumBefore = sum(once(before));
        Numbers.writeWithBefore(sum, sumBefore, view.hours(), snapshot.putObject("numbers"));
        Course.write(now, asked.span(), view.hours(), snapshot.putObject("points"));
        table(view, compared, snapshot.putObject("table"));
        top(sum, sumBefore, snapshot.putObject("top"));
    }

    private static void writeSpan(Span span, ObjectNode snapshot) {
        ((ObjectNode) snapshot.get("view"))
                .put("from", span.from().toString())
                .put("to", span.to().toString())
                .put("window", span.window().word());
    }

    private static Summary sum(List<WindowDocument> windows) {
        Summary sum = new Summary();
        windows.forEach(window -> sum.add(window.summary()));
        return sum;
    }

    /** The busiest first. */
    private static void table(View view, List<WindowDocument> windows, ObjectNode table) {
        Map<String, Summary> perValue = new TreeMap<>(Names.ORDER);
        for (WindowDocument window : windows) {
            String value = view.by() == Cut.BRAND
                    ? window.series().brand()
                    : window.series().value();
            perValue.computeIfAbsent(value, name -> new Summary()).add(window.summary());
        }
        table.put("by", view.by().word()).put("of_slice", view.tableIsOfSlice()).put("rows_in_all", perValue.size());
        List<PageNumber> numbers = PageNumbers.ALL.stream()
                .filter(number -> PageNumbers.TABLED.contains(number.name()))
                .toList();
        ArrayNode rows = table.putArray("rows");
        perValue.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, Summary> row) -> -PageNumbers.MESSAGES.applyAsLong(row.getValue())))
                .limit(MOST_ROWS)
                .forEach(row -> Numbers.write(
                        row.getValue(),
                        view.hours(),
                        numbers,
                        rows.addObject().put("value", row.getKey()).putObject("numbers")));
    }

    private static void top(Summary now, Summary before, ObjectNode top) {
        for (Tally tally : Tally.values()) {
            Map<String, Long> counts = now.tally(tally);
            Map<String, Long> earlier = before.tally(tally);
            ArrayNode names = top.putArray(tally.name().toLowerCase(Locale.ROOT));
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_NAMES)
                    .forEach(name -> names.addObject()
                            .put("name", name.getKey())
                            .put("count", name.getValue())
                            .put("before", earlier.getOrDefault(name.getKey(), 0L)));
        }
    }
}
