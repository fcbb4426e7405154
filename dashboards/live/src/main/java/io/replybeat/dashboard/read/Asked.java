package io.replybeat.dashboard.read;

import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Instant;

/** What does somebody want to see, and when do they ask? */
record Asked(View view, Span span, Instant now) {

    static Asked of(View view, Instant now) {
        return new Asked(view, view.range().at(now), now);
    }
}
