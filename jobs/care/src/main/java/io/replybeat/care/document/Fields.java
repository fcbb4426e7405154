package io.replybeat.care.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the fields of a {@link Body}: what is not known is left out, an instant becomes ISO-8601. */
public final class Fields {

    /** Marks an instant that does not exist. */
    public static final long NONE = Long.MIN_VALUE;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Fields put(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    public Fields putInstant(String name, long instant) {
        if (instant != NONE) {
            fields.put(name, Instants.text(instant));
        }
        return this;
    }

    /** Tier 0 stands for "no tier was set". */
    public Fields putTier(int tier) {
        if (tier != 0) {
            fields.put("tier", tier);
        }
        return this;
    }

    public Map<String, Object> build() {
        return fields;
    }
}
