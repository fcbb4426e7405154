package io.replybeat.sandbox.simulator;

/** What is a conversation about, at heart? */
enum Story {
    QUESTION,
    PRAISE,
    /** Somebody passes on what another has written; nobody waits for an answer. */
    REPOST,
    /** A person with an audience complains in public. */
    CALLOUT
}
