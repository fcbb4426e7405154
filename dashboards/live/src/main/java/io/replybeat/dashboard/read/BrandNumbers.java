package io.replybeat.dashboard.read;

import java.time.Instant;
import java.util.Map;

/** All that the page shows of one brand. {@code lastEventAt} is null after a week of silence. */
public record BrandNumbers(
        String brand, Instant lastEventAt, Waiting waiting, Map<Range, Map<RangeNumber, Measured>> ranges) {}
