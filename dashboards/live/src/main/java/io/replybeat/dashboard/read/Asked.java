package io.replybeat.dashboard.read;

import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Instant;

/**
 * What does somebody want to see, and when do they ask?
 *
 * @param span from the first of the brands' midnights on where it is about today
 * @param daysBefore a week earlier
 */
record Asked(View view, Span span, Instant now, Days days, Days daysBefore) {}
