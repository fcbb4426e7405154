package io.replybeat.sandbox.simulator;

import io.replybeat.schema.CareEvent;

/** An event at the moment the collector hands it on, milliseconds since the epoch; the same event may be handed on twice. */
public record Delivery(long arrivesAt, CareEvent event) {}
