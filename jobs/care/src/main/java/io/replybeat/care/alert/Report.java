package io.replybeat.care.alert;

import java.util.List;

/** What is there to tell about a slice: its measure, why it is unusual, and where people can see it for themselves. */
public record Report(
        Measure measure, String why, List<String> messageIds, List<String> conversationIds, List<Cause> causes) {

    Evidence evidence(List<Subject> joined) {
        return new Evidence(messageIds, conversationIds, causes, joined);
    }
}
