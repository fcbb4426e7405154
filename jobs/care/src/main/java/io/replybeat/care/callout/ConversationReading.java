package io.replybeat.care.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Tagging;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which signs does a conversation give, event by event in its order?
 *
 * <p>Of most conversations none: what the brand does is told only where somebody was noted before, exchanges only where the
 * customer has sounded worse often enough. What passed without an answer is a sign of its own ({@link Kind#POST_LEFT}, {@link
 * Kind#COMPLAINT_LEFT}), at the end of the patience to the millisecond, so that nobody after this has to look for what did
 * not happen.
 */
public final class ConversationReading implements Serializable {

    private static final long serialVersionUID = 1;

    /** So long after the last post that was noted the brand's doings are told. */
    static final long REMEMBERED = 7 * 86_400_000L;

    private static final int GRAVE = 3;

    private final Brands brands;

    public ConversationReading(Brands brands) {
        this.brands = brands;
    }

    /** @param out also gets signs of earlier instants, which only now are worth telling */
    public void see(ConversationMemory memory, Event event, Consumer<Sign> out) {
        if (event.payload() instanceof Message message) {
            if (message.isFromCustomer()) {
                seeCustomer(memory, event, message, out);
            } else if (message.isToCustomer()) {
                seeBrand(memory, event, message.author().kind(), out);
            }
        } else if (event.payload() instanceof StatusChange change && isClosing(change.status())) {
            seeClosed(memory, event, out);
        } else if (event.payload() instanceof Tagging tagging && tagging.tier() != Tagging.NO_TIER) {
            memory.remember(event);
            seeTier(memory, event, tagging.tier());
        }
    }

    /** When somebody's patience ends or the conversation can be forgotten, or {@link Fields#NONE}. */
    public long due(ConversationMemory memory) {
        long due = memory.forgetAt;
        due = earlier(due, memory.postDue);
        return earlier(due, memory.complaintDue);
    }

    /** What is {@link #due} has come. */
    public void end(ConversationMemory memory, Consumer<Sign> out) {
        long now = due(memory);
        if (memory.postDue == now) {
            memory.postDue = Fields.NONE;
            out.accept(left(memory.post, Kind.POST_LEFT, now));
        } else if (memory.complaintDue == now) {
            memory.complaintDue = Fields.NONE;
            out.accept(left(memory.complaint, Kind.COMPLAINT_LEFT, now));
        } else {
            memory.forget();
        }
    }

    private void seeCustomer(ConversationMemory memory, Event event, Message message, Consumer<Sign> out) {
        memory.remember(event);
        memory.exchange.heard(event, message);
        Understood understood = message.understood();
        if (understood == null || understood.reach().weight() == AuthorWeight.TROLL_LIKE) {
            return;
        }
        CalloutPolicy policy = brands.of(event.brand()).callouts();
        boolean negative = message.sentiment() != null && message.sentiment().label() == Sentiment.Label.NEGATIVE;
        Sign post = sign(Kind.POST, event, message.author(), understood);
        if (negative && message.visibility() == Visibility.PUBLIC) {
            out.accept(post);
            if (post.isCallout()) {
                memory.note(post);
                if (memory.post == null) {
                    memory.post = post;
                    memory.postDue = post.at() + policy.ignoredInfluencer().after();
                }
            }
        }
        if (understood.topic() != null) {
            memory.asked = memory.asked == null ? post : memory.asked;
            boolean grave =
                    memory.tier != Tagging.NO_TIER ? memory.tier == GRAVE : understood.tier() == GRAVE && negative;
            if (grave) {
                memory.complain(post, post.at() + policy.snowball().unanswered());
            }
        }
    }

    /** What waits already is a complaint if people say it is grave, however it sounds; it is left at that instant at the earliest. */
    private void seeTier(ConversationMemory memory, Event event, int tier) {
        memory.tier = tier;
        if (tier != GRAVE) {
            memory.complaintIsNotGrave();
        } else if (memory.asked != null) {
            long due = memory.asked.at()
                    + brands.of(event.brand()).callouts().snowball().unanswered();
            memory.complain(memory.asked, Math.max(due, event.occurredAt()));
        }
    }

    private void seeBrand(ConversationMemory memory, Event event, Author.Kind by, Consumer<Sign> out) {
        if (by == Author.Kind.BOT) {
            memory.tell(Kind.BOT_ANSWER, event, out);
        } else if (by == Author.Kind.AGENT) {
            memory.tell(Kind.ANSWER, event, out);
            memory.nobodyWaits();
            int enough = brands.of(event.brand()).callouts().coolingFailure().exchanges();
            memory.exchange.answered(event, enough, out);
        }
    }

    private static void seeClosed(ConversationMemory memory, Event event, Consumer<Sign> out) {
        if (memory.isNoted() || memory.exchange.isToldToGetWorse()) {
            out.accept(memory.doing(Kind.CLOSED, event));
        }
        memory.nobodyWaits();
        memory.exchange.closed();
    }

    private static boolean isClosing(Status status) {
        return status == Status.RESOLVED || status == Status.NO_REPLY_NEEDED;
    }

    private static Sign sign(Kind kind, Event event, Author author, Understood understood) {
        return new Sign(
                kind,
                event.brand(),
                event.conversationId(),
                event.network(),
                event.eventId(),
                event.occurredAt(),
                event.sequence(),
                event.occurredAt(),
                author.id(),
                understood.reach().weight(),
                understood.reach().followers(),
                understood.topics(),
                understood.words(),
                0,
                0,
                null,
                null);
    }

    /** The brand's own doing, about the topics of the customer it concerns. */
    static Sign doing(Kind kind, Event event, List<String> topics) {
        return new Sign(
                kind,
                event.brand(),
                event.conversationId(),
                event.network(),
                event.eventId(),
                event.occurredAt(),
                event.sequence(),
                event.occurredAt(),
                null,
                AuthorWeight.ORDINARY,
                0,
                topics,
                0,
                0,
                0,
                null,
                null);
    }

    private static Sign left(Sign post, Kind kind, long now) {
        return new Sign(
                kind,
                post.brand(),
                post.conversationId(),
                post.network(),
                post.eventId(),
                now,
                Sign.AFTER_ALL,
                post.at(),
                post.authorId(),
                post.weight(),
                post.followers(),
                post.topics(),
                post.words(),
                0,
                0,
                null,
                null);
    }

    static long earlier(long one, long other) {
        return one == Fields.NONE ? other : other == Fields.NONE ? one : Math.min(one, other);
    }
}
