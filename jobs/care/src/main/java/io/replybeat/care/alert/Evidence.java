package io.replybeat.care.alert;

import java.util.List;

/**
 * Where can people see it for themselves? Ids only, those that contributed most first: the texts lie in the message documents.
 *
 * @param messageIds event ids of messages
 * @param conversationIds without the brand
 * @param causes by topic and by network, the largest first
 * @param joined what else became unusual in the same incident, in order
 */
public record Evidence(
        List<String> messageIds, List<String> conversationIds, List<Cause> causes, List<Subject> joined) {

    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of());

    public Evidence {
        messageIds = List.copyOf(messageIds);
        conversationIds = List.copyOf(conversationIds);
        causes = List.copyOf(causes);
        joined = List.copyOf(joined);
    }
}
