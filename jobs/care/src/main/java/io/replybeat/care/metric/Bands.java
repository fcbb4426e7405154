package io.replybeat.care.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/** Into which bands of waiting are durations counted, everywhere alike? The lower bound belongs to a band. */
final class Bands {

    private static final long[] BOUNDS = {
        60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200, 604_800,
    };
    private static final String[] NAMES = {
        "0_1m", "1m_5m", "5m_15m", "15m_30m", "30m_1h", "1h_2h", "2h_4h", "4h_8h", "8h_1d", "1d_3d", "3d_7d", "7d_more",
    };

    private Bands() {}

    /** How many lie in each band, shortest first; a band without any is left out. */
    static Map<String, Object> of(QuantileSketch sketch) {
        long[] counts = sketch.histogram(BOUNDS);
        Map<String, Object> bands = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                bands.put(NAMES[i], counts[i]);
            }
        }
        return bands;
    }

    static String names() {
        return String.join(", ", NAMES);
    }
}
