package io.replybeat.sandbox.simulator;

/** In what mood is a message written? */
enum Tone {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
