package io.replybeat.care.brand;

/**
 * From where is the first response measured: from the first customer message, or from the latest bot hand-off or reopen
 * before the first human reply, if there is one?
 */
public enum FirstResponseAnchor {
    FIRST_MESSAGE,
    LAST_HANDOFF_OR_REOPEN
}
