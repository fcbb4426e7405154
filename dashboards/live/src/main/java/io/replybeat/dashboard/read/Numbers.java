package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Summary;
import io.replybeat.dashboard.view.Hours;
import java.util.Collection;

/** How are numbers of a summary written: the value, null where there is none, and the samples it rests on? */
final class Numbers {

    private Numbers() {}

    static void write(Summary summary, Hours hours, Collection<PageNumber> numbers, ObjectNode json) {
        for (PageNumber number : numbers) {
            put(number, summary, hours, "value", "of", json.putObject(number.name()));
        }
    }

    /** Beside each value that of the time before. */
    static void writeWithBefore(Summary summary, Summary before, Hours hours, ObjectNode json) {
        for (PageNumber number : PageNumbers.ALL) {
            ObjectNode measured = json.putObject(number.name());
            put(number, summary, hours, "value", "of", measured);
            put(number, before, hours, "before", "before_of", measured);
        }
    }

    private static void put(PageNumber number, Summary summary, Hours hours, String value, String of, ObjectNode json) {
        json.put(value, boxed(number, summary, hours)).put(of, number.of(summary, hours));
    }

    static Double boxed(PageNumber number, Summary summary, Hours hours) {
        return number.value(summary, hours).stream().boxed().findFirst().orElse(null);
    }
}
