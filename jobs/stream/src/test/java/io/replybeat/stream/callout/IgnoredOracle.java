package io.replybeat.stream.callout;

import io.replybeat.care.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Whom of one brand's ordered list of events did nobody answer in time? */
final class IgnoredOracle {

    private final long after;
    private final List<String> told = new ArrayList<>();

    IgnoredOracle(long after) {
        this.after = after;
    }

    /** {@code conversation since firedAt resolvedAt posts}, resolvedAt being "-" while it runs. */
    List<String> ignoredUpTo(long now, List<Event> events) {
        for (List<Event> conversation : PlainReading.conversations(events)) {
            int next = 0;
            for (int i = 0; i < conversation.size(); i++) {
                if (i >= next && PlainReading.isCallout(conversation.get(i))) {
                    next = tell(conversation, i, now) + 1;
                }
            }
        }
        return told;
    }

    /** Which event ends the wait that begins with the first, or how many there are. */
    private int tell(List<Event> conversation, int first, long now) {
        int end = first;
        while (end < conversation.size()
                && !PlainReading.isAnswer(conversation.get(end))
                && !PlainReading.isClosing(conversation.get(end))) {
            end++;
        }
        long since = conversation.get(first).occurredAt();
        long fired = since + after;
        boolean runs = end == conversation.size();
        if (runs ? fired <= now : fired < conversation.get(end).occurredAt()) {
            long posts = conversation.subList(first, end).stream()
                    .filter(PlainReading::isCallout)
                    .filter(post -> post.occurredAt() > fired)
                    .count();
            String resolved = runs ? "-" : Long.toString(conversation.get(end).occurredAt());
            told.add("%s %d %d %s %d"
                    .formatted(conversation.get(first).conversationId(), since, fired, resolved, posts + 1));
        }
        return end;
    }
}
