package io.replybeat.care.brand;

/** Since which of the unanswered customer messages does the customer wait? */
public enum WaitStart {
    OLDEST,
    NEWEST
}
