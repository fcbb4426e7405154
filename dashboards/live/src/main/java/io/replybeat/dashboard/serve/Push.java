package io.replybeat.dashboard.serve;

/** One server-sent event: {@code name} is {@code snapshot} or {@code heartbeat}, {@code id} that of the newest snapshot. */
record Push(String name, String id, String data) {}
