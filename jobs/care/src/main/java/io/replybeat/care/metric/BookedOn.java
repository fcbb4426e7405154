package io.replybeat.care.metric;

/** Which instant decides the window that something counts in? */
public enum BookedOn {
    EVENT("the event"),
    END("the end of the interval"),
    RECEIVED("the receipt of the message that opened the wait"),
    CONVERSATION_START("the start of the conversation"),
    RESOLVE("the resolve"),
    DUE_OR_MET("the due or the met instant, the earlier");

    private final String words;

    BookedOn(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
