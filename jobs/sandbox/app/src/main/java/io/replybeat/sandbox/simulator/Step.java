package io.replybeat.sandbox.simulator;

/**
 * What can happen in a conversation's story? {@link Plot} decides what follows what:
 *
 * <pre>
 *  OPENS ─▶ (ACKNOWLEDGED) ─▶ LABELLED ─▶ ASSIGNED ─▶ (NOTED) ─▶ AGENT_WRITES ─▶ RESOLVED ─▶ OVER
 *    │                            ▲                                 │    ▲            │
 *    ├─▶ BOT_WRITES ─▶ HANDED_OFF ┘                    (PAUSED) ◀───┤    │            │ reopens
 *    │        └──────▶ BOT_RESOLVES ─▶ OVER                 └─▶ CUSTOMER_WRITES ◀─────┘
 *    └─▶ CLOSED_UNANSWERED ─▶ OVER
 * </pre>
 */
enum Step {
    OPENS,
    ACKNOWLEDGED,
    BOT_WRITES,
    HANDED_OFF,
    LABELLED,
    ASSIGNED,
    NOTED,
    AGENT_WRITES,
    PAUSED,
    CUSTOMER_WRITES,
    BOT_RESOLVES,
    RESOLVED,
    CLOSED_UNANSWERED,
    OVER
}
