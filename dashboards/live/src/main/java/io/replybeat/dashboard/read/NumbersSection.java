package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.dashboard.view.Slice;
import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
        Span span = asked.span();
        Span before = span.aWeekBefore();
        Slice slice = view.slice();
        String value = slice == null ? null : slice.value();
        List<Search> questions = new ArrayList<>();
        questions.add(windows.of(view.brand(), view.cut(), value, span));
        questions.add(windows.of(view.brand(), view.cut(), value, before));
        if (view.by() != Cut.BRAND) {
            questions.add(windows.of(view.brand(), view.by(), null, span));
        }
        if (span.today()) {
            questions.add(windows.daysAt(asked.now(), view.brand()));
            questions.add(windows.daysAt(asked.now().minus(7, ChronoUnit.DAYS), view.brand()));
        }
        return questions;
    }

    @Override
    public void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot) {
        int last = answers.size() - 1;
        Days days = asked.span().today() ? Days.of(answers.get(last - 1)) : Days.ALL;
        Days daysBefore = asked.span().today() ? Days.of(answers.get(last)) : Days.ALL;
        List<WindowDocument> now = days.within(Windows.read(answers.get(0)));
        List<WindowDocument> before = daysBefore.within(Windows.read(answers.get(1)));
        View view = asked.view();
        List<WindowDocument> compared = view.by() == Cut.BRAND ? now : days.within(Windows.read(answers.get(2)));

        Span span = days.first(asked.span());
        writeSpan(span, snapshot);
        Numbers.writeWithBefore(sum(now), sum(before), view.hours(), snapshot.putObject("numbers"));
        Course.write(now, span, view.hours(), snapshot.putObject("points"));
        table(view, compared, snapshot.putObject("table"));
        top(sum(now), sum(before), snapshot.putObject("top"));
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

    /** When did the day of each brand begin? Windows from before it are of yesterday. */
    private record Days(Map<String, Instant> begun) {

        static final Days ALL = new Days(null);

        static Days of(JsonNode answer) {
            return new Days(Windows.readDays(answer));
        }

        List<WindowDocument> within(List<WindowDocument> windows) {
            return begun == null
                    ? windows
                    : windows.stream().filter(this::isOfToday).toList();
        }

        private boolean isOfToday(WindowDocument window) {
            Instant start = begun.get(window.series().brand());
            return start != null && window.start() >= start.toEpochMilli();
        }

        /** From the first hour that belongs to somebody's day on. */
        Span first(Span span) {
            return begun == null
                    ? span
                    : span.from(begun.values().stream()
                            .min(Comparator.naturalOrder())
                            .map(start -> start.truncatedTo(ChronoUnit.HOURS))
                            .filter(start -> start.isAfter(span.from()))
                            .orElse(span.from()));
        }
    }
}
