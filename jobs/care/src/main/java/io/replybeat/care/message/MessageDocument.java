package io.replybeat.care.message;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Understood;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was written, by whom, in which mood and about what: the message as people look it up, by conversation or by author.
 *
 * <p>A function of the one event: what became of the conversation stands in its own document. {@code language_by} and {@code
 * sentiment.by} tell what the source gave from what was worked out.
 */
public final class MessageDocument implements Body {

    private final Event event;
    private final Message message;
    private final Message asGiven;
    private final Said said;
    private final Privacy privacy;

    /**
     * @param given the event as it came
     * @param enriched the same with what was understood
     */
    public MessageDocument(Event given, Event enriched, Said said, Privacy privacy) {
        this.event = enriched;
        this.message = (Message) enriched.payload();
        this.asGiven = (Message) given.payload();
        this.said = said;
        this.privacy = privacy;
    }

    /** {@code acme|c1|e1}: ids of events are unique within a conversation. */
    public String id() {
        return DocumentId.of(event.brand(), event.conversationId(), event.eventId());
    }

    /** The instant that dates the document, in milliseconds. */
    public long at() {
        return event.occurredAt();
    }

    @Override
    public long precedence() {
        return MessagePrecedence.of(event, asGiven, said);
    }

    @Override
    public Map<String, Object> fields() {
        Understood understood = message.understood();
        Fields fields = new Fields()
                .put("id", id())
                .put("brand", event.brand())
                .put("network", event.network())
                .put("conversation_id", event.conversationId())
                .put("event_id", event.eventId())
                .put("revision", event.revision())
                .putInstant("occurred_at", event.occurredAt())
                .put("direction", word(message.direction()))
                .put("visibility", word(message.visibility()))
                .put("author", author())
                .put("text", privacy.storesText() && !said.text().isEmpty() ? said.text() : null)
                .put("language", message.language())
                .put("language_by", by(asGiven.language(), message.language()))
                .put("in_reply_to", said.inReplyTo())
                .put("is_repost", message.repost())
                .put("team_id", message.teamId())
                .put("saved_reply_id", message.savedReplyId())
                .put("quick_reply_id", message.quickReplyId())
                .put("tags", orNull(asGiven.tags()))
                .put("sentiment", sentiment());
        if (understood != null) {
            fields.put("topics", orNull(understood.topics()))
                    .put("sub_topics", orNull(understood.subTopics()))
                    .putTier(understood.tier())
                    .put("must_not_wait", understood.mustNotWait());
        }
        return fields.build();
    }

    /** A customer as privacy allows; the brand's own people by their ids, as everywhere. */
    private Map<String, Object> author() {
        Said.Profile profile = said.author();
        boolean customer = message.author().kind() == Author.Kind.CUSTOMER;
        Understood understood = message.understood();
        return new Fields()
                .put(
                        "id",
                        customer
                                ? privacy.name(message.author().id())
                                : message.author().id())
                .put("kind", word(message.author().kind()))
                .put("handle", customer ? privacy.name(profile.handle()) : profile.handle())
                .put("followers", profile.followers())
                .put("following", profile.following())
                .put("verified", profile.verified())
                .put("has_avatar", profile.hasAvatar())
                .put("industry_player", profile.industryPlayer())
                .putInstant("account_created_at", profile.accountCreatedAt())
                .put(
                        "weight",
                        understood == null ? null : word(understood.reach().weight()))
                .build();
    }

    private Map<String, Object> sentiment() {
        return message.sentiment() == null
                ? null
                : new Fields()
                        .put("label", word(message.sentiment().label()))
                        .put("score", message.sentiment().score())
                        .put("by", by(asGiven.sentiment(), message.sentiment()))
                        .build();
    }

    private static String by(Object given, Object now) {
        return now == null ? null : given != null ? "source" : "model";
    }

    private static List<String> orNull(List<String> list) {
        return list.isEmpty() ? null : list;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
