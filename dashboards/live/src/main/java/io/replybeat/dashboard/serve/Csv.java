package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.view.BadQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A panel of a snapshot as CSV (RFC 4180): what stands on the page, in seconds and shares, a field without a value empty.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe before it, also behind a character at which some
 * spreadsheets begin a new cell; numbers are never touched.
 */
final class Csv {

    private static final List<String> PANELS = List.of("numbers", "points", "table", "oldest", "top", "alerts");
    private static final Pattern FORMULA = Pattern.compile("(^|[;\\t\\r\\n])([=+\\-@＝＋－＠\\t\\r\\n])");

    private final StringBuilder text = new StringBuilder();

    private Csv() {}

    /** The panel, if there is one of that name. */
    static String known(String panel) throws BadQuestion {
        if (!PANELS.contains(panel)) {
            throw new BadQuestion(
                    "panel", "there is no panel \"" + panel + "\"", "one of " + String.join(", ", PANELS));
        }
        return panel;
    }

    /** @param panel a {@link #known} one */
    static String of(String panel, ObjectNode snapshot) {
        Csv csv = new Csv();
        switch (panel) {
            case "numbers" -> csv.numbers(snapshot.path("numbers"));
            case "points" -> csv.points(snapshot.path("points"));
            case "table" -> csv.table(snapshot.path("table"));
            case "oldest" -> csv.objects(snapshot.at("/now/oldest"));
            case "top" -> csv.top(snapshot.path("top"));
            case "alerts" -> csv.objects(snapshot.path("alerts"));
            default -> throw new IllegalArgumentException(panel);
        }
        return csv.text.toString();
    }

    private void numbers(JsonNode numbers) {
        row("number", "value", "samples", "a_week_before", "samples_a_week_before");
        each(
                numbers,
                (name, number) -> row(
                        name, number.get("value"), number.get("of"), number.get("before"), number.get("before_of")));
    }

    private void points(JsonNode points) {
        List<Object> head = new ArrayList<>(List.of("start"));
        points.path("series").fieldNames().forEachRemaining(head::add);
        row(head.toArray());
        for (int i = 0; i < points.path("starts").size(); i++) {
            List<Object> row = new ArrayList<>();
            row.add(Instant.ofEpochSecond(points.path("starts").get(i).asLong()).toString());
            for (JsonNode values : points.path("series")) {
                row.add(values.get(i));
            }
            row(row.toArray());
        }
    }

    private void table(JsonNode table) {
        List<Object> head = new ArrayList<>(List.of(table.path("by").asText()));
        each(table.path("rows").path(0).path("numbers"), (name, number) -> head.add(name));
        row(head.toArray());
        for (JsonNode each : table.path("rows")) {
            List<Object> row = new ArrayList<>();
            row.add(each.get("value"));
            each.path("numbers").forEach(number -> row.add(number.get("value")));
            row(row.toArray());
        }
    }

    private void top(JsonNode top) {
        row("list", "name", "count", "a_week_before");
        each(
                top,
                (list, names) ->
                        names.forEach(name -> row(list, name.get("name"), name.get("count"), name.get("before"))));
    }

    /** One row an object; what is an object within is left to the page. */
    private void objects(JsonNode objects) {
        Set<String> fields = new LinkedHashSet<>();
        objects.forEach(object -> each(object, (name, value) -> {
            if (!value.isContainerNode()) {
                fields.add(name);
            }
        }));
        row(fields.toArray());
        objects.forEach(object -> row(fields.stream().map(object::get).toArray()));
    }

    private static void each(JsonNode object, BiConsumer<String, JsonNode> then) {
        object.properties().forEach(field -> then.accept(field.getKey(), field.getValue()));
    }

    private void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append("\r\n");
    }

    private static String cell(Object value) {
        if (value == null || value instanceof JsonNode node && node.isNull()) {
            return "";
        }
        if (value instanceof JsonNode node && (node.isNumber() || node.isBoolean())) {
            return node.asText();
        }
        String words = value instanceof JsonNode node ? node.asText() : value.toString();
        return '"' + FORMULA.matcher(words).replaceAll("$1'$2").replace("\"", "\"\"") + '"';
    }
}
