package io.replybeat.care.callout;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.callout.Outcry.Call;
import io.replybeat.care.document.Body;
import io.replybeat.care.document.Fields;
import io.replybeat.care.message.Privacy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who called the brand out, with how many listeners, about what, and what has it answered: an alert's story for a page to draw.
 *
 * <p>Has the alert's id. Customers are named as the message documents name them. A story that runs may be a fifth larger than its
 * document says; the last one is exact.
 */
public final class CalloutDocument implements Body {

    private static final long MINUTE = 60_000;

    private final Alert alert;
    private final Outcry outcry;
    private final Privacy privacy;

    public CalloutDocument(Moment moment, Privacy privacy) {
        this.alert = moment.alert();
        this.outcry = moment.outcry();
        this.privacy = privacy;
    }

    public String id() {
        return alert.id();
    }

    /** The instant that dates the document, in milliseconds. */
    public long at() {
        return alert.since();
    }

    @Override
    public Map<String, Object> fields() {
        return new Fields()
                .put("id", id())
                .put("rule", alert.rule().word())
                .put("brand", alert.brand())
                .put("cut", alert.subject().cut().word())
                .put("subject", alert.subject().name())
                .put("state", alert.change().state())
                .put("severity", alert.severity().word())
                .put("revision", alert.revision())
                .putInstant("since", alert.since())
                .putInstant("fired_at", alert.firedAt())
                .putInstant("peak_at", outcry.peakAt())
                .putInstant("updated_at", alert.updatedAt())
                .putInstant("resolved_at", alert.resolvedAt())
                .put("ended_by", alert.isFiring() ? null : outcry.end().word())
                .put("author_count", outcry.authors())
                .put("message_count", outcry.calls().size() + outcry.beyond())
                .put("answered_count", outcry.answered())
                .put("reach", outcry.reach())
                .put(
                        "topics",
                        orNull(outcry.topics().stream().map(Map.Entry::getKey).toList()))
                .put("authors", authors())
                .put("messages", messages())
                .put("answers", orNull(answers()))
                .put("timeline", timeline())
                .build();
    }

    /** In the order in which they spoke up, followers as of then. */
    private List<Map<String, Object>> authors() {
        Map<String, Map<String, Object>> authors = new java.util.LinkedHashMap<>();
        for (Call call : outcry.calls()) {
            Sign sign = call.sign();
            authors.computeIfAbsent(sign.authorId(), author -> new Fields()
                    .put("id", privacy.name(author))
                    .put("weight", sign.weight().name().toLowerCase(Locale.ROOT))
                    .put("followers", sign.followers())
                    .putInstant("first_at", sign.since())
                    .build());
        }
        return List.copyOf(authors.values());
    }

    private List<Map<String, Object>> messages() {
        return outcry.calls().stream()
                .map(call -> new Fields()
                        .put("event_id", call.sign().eventId())
                        .put("conversation_id", call.sign().conversationId())
                        .put("network", call.sign().network())
                        .putInstant("at", call.sign().since())
                        .put("author_id", privacy.name(call.sign().authorId()))
                        .put("topic", call.sign().topic())
                        .putInstant("answered_at", call.answeredAt())
                        .build())
                .toList();
    }

    /** One for each conversation and moment in which the brand answered, bots shown apart. */
    private List<Map<String, Object>> answers() {
        Map<Long, Map<String, String>> byTime = new TreeMap<>();
        outcry.calls().stream().filter(Call::isAnswered).forEach(call -> byTime.computeIfAbsent(
                        call.answeredAt(), at -> new TreeMap<>())
                .put(call.sign().conversationId(), "human"));
        outcry.botAnswers().forEach(answer -> byTime.computeIfAbsent(answer.at(), at -> new TreeMap<>())
                .putIfAbsent(answer.conversationId(), "bot"));
        List<Map<String, Object>> answers = new ArrayList<>();
        byTime.forEach((at, conversations) -> conversations.forEach((conversation, by) -> answers.add(new Fields()
                .putInstant("at", at)
                .put("conversation_id", conversation)
                .put("by", by)
                .build())));
        return answers;
    }

    /** One point a minute in which something happened; all numbers are of the story up to the end of that minute. */
    private List<Map<String, Object>> timeline() {
        Map<Long, long[]> minutes = new TreeMap<>();
        Map<String, Boolean> heard = new HashMap<>();
        for (Call call : outcry.calls()) {
            long[] minute = minutes.computeIfAbsent(minute(call.sign().since()), at -> new long[4]);
            minute[0]++;
            if (heard.put(call.sign().authorId(), true) == null) {
                minute[1]++;
                minute[2] += call.sign().followers();
            }
            if (call.isAnswered()) {
                minutes.computeIfAbsent(minute(call.answeredAt()), at -> new long[4])[3]++;
            }
        }
        List<Map<String, Object>> points = new ArrayList<>();
        long[] sum = new long[4];
        minutes.forEach((at, minute) -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += minute[i];
            }
            points.add(new Fields()
                    .putInstant("at", at)
                    .put("messages", sum[0])
                    .put("authors", sum[1])
                    .put("reach", sum[2])
                    .put("answered", sum[3])
                    .build());
        });
        return points;
    }

    private static long minute(long at) {
        return Math.floorDiv(at, MINUTE) * MINUTE;
    }

    private static List<?> orNull(List<?> list) {
        return list.isEmpty() ? null : list;
    }
}
