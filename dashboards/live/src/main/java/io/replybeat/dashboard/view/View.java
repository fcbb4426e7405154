package io.replybeat.dashboard.view;

import io.replybeat.care.metric.Cut;

/**
 * Which part of the numbers does somebody look at? Pages with equal views share one question to Elasticsearch.
 *
 * @param brand null for all brands
 * @param slice null for the whole brand
 * @param by what the table compares
 */
public record View(String brand, Slice slice, Range range, Cut by, Hours hours) {

    public static final View DEFAULT = new View(null, null, Range.Lately.LAST_1H, Cut.BRAND, Hours.ALL);

    /** The slice's cut; the whole brand is the cut by brand. */
    public Cut cut() {
        return slice == null ? Cut.BRAND : slice.cut();
    }

    /** The slice's value, or null. */
    public String sliceValue() {
        return slice == null ? null : slice.value();
    }

    /** Whether the table's rows are rows of this slice, or of the whole brand: windows are cut by one thing at a time. */
    public boolean tableIsOfSlice() {
        return slice == null || by == Cut.BRAND;
    }
}
