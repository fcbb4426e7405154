package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.view.Hours;

/** What does every number on the page mean, and in which unit is it? */
public final class Definitions {

    private Definitions() {}

    public static ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (NowNumber number : NowNumber.values()) {
            json.set(
                    number.key(),
                    described(number.group(), number.title(), number.unit(), number.definition())
                            .put("samples", "")
                            .put("enough", 0)
                            .put("good", number.good()));
        }
        for (PageNumber number : PageNumbers.ALL) {
            ObjectNode described = described(
                            number.group(), number.title(), number.unit(), number.definition(Hours.ALL))
                    .put("samples", number.samples())
                    .put("enough", number.enough())
                    .put("good", number.good());
            if (number.changesWithHours()) {
                described
                        .putObject("hours")
                        .put(Hours.BUSINESS.word(), number.definition(Hours.BUSINESS))
                        .put(Hours.OFF.word(), number.definition(Hours.OFF));
            }
            json.set(number.name(), described);
        }
        return json;
    }

    private static ObjectNode described(String group, String title, String unit, String definition) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", group)
                .put("title", title)
                .put("unit", unit)
                .put("definition", definition);
    }
}
