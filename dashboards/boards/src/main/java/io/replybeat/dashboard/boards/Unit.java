package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.Map;

/** In what is a number given? */
public enum Unit {
    COUNT("short", object("id", "number", "params", object("decimals", 0))),
    SECONDS("s", null),
    /** 1 is everything. */
    SHARE("percentunit", object("id", "percent", "params", object("decimals", 1))),
    /** An instant, shown as how long ago it was. */
    AGE("dateTimeFromNow", null),
    MILLISECONDS("ms", null),
    PER_SECOND("cps", null),
    BYTES("bytes", null);

    private final String grafana;
    private final Map<String, Object> kibana;

    Unit(String grafana, Map<String, Object> kibana) {
        this.grafana = grafana;
        this.kibana = kibana;
    }

    public String grafana() {
        return grafana;
    }

    /** The format of a Lens column; null where the data view's format of the field says it better. */
    public Map<String, Object> kibana() {
        return kibana;
    }
}
