package io.replybeat.dashboard.serve;

import java.time.Instant;

/** Since when are the numbers on the page not the present ones, and why, in words for its readers? */
record Outage(Instant since, String problem) {}
