package io.replybeat.stream.intake;

import static io.replybeat.stream.intake.NameRule.optional;
import static io.replybeat.stream.intake.NameRule.shared;
import static io.replybeat.stream.intake.NameRule.tags;

import io.replybeat.care.codec.Names;
import io.replybeat.care.event.Payload;
import io.replybeat.schema.Actor;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Status;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import io.replybeat.schema.Visibility;

/**
 * What must hold of a payload? A message has direction, visibility and author kind, an inbound one its author; a status
 * change has its status, and its actor, if any, a kind.
 */
final class PayloadRules {

    private static final SameName<Direction, Payload.Direction> DIRECTION =
            new SameName<>("direction", Direction.class, Payload.Direction.class);
    private static final SameName<Visibility, Payload.Visibility> VISIBILITY =
            new SameName<>("visibility", Visibility.class, Payload.Visibility.class);
    private static final SameName<AuthorKind, Payload.Author.Kind> AUTHOR_KIND =
            new SameName<>("author.kind", AuthorKind.class, Payload.Author.Kind.class);
    private static final SameName<AuthorKind, Payload.Author.Kind> ACTOR_KIND =
            new SameName<>("actor.kind", AuthorKind.class, Payload.Author.Kind.class);
    private static final SameName<Status, Payload.Status> STATUS =
            new SameName<>("status", Status.class, Payload.Status.class);
    private static final SameName<SentimentLabel, Payload.Sentiment.Label> LABEL =
            new SameName<>("sentiment.label", SentimentLabel.class, Payload.Sentiment.Label.class);

    private final Limits limits;

    PayloadRules(Limits limits) {
        this.limits = limits;
    }

    Payload message(Message message) throws Refusal {
        Payload.Direction direction = DIRECTION.of(message.getDirection());
        Payload.Visibility visibility = VISIBILITY.of(message.getVisibility());
        Payload.Author author = author(message.getAuthor(), direction);
        if (message.getText() != null && Utf8Size.exceeds(message.getText(), limits.textBytes())) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "text",
                    "text is longer than " + limits.textBytes() + " bytes; cut it before sending");
        }
        return new Payload.Message(
                direction,
                visibility,
                author,
                shared("language", message.getLanguage()),
                message.getIsRepost(),
                shared("team_id", message.getTeamId()),
                shared("saved_reply_id", message.getSavedReplyId()),
                shared("quick_reply_id", message.getQuickReplyId()),
                tags("tags", message.getTags()),
                sentiment(message.getSentiment()));
    }

    Payload statusChange(StatusChange change) throws Refusal {
        return new Payload.StatusChange(
                STATUS.of(change.getStatus()), actor(change.getActor()), shared("team_id", change.getTeamId()));
    }

    Payload assignment(Assignment assignment) throws Refusal {
        return new Payload.Assignment(
                shared("agent_id", assignment.getAgentId()), shared("team_id", assignment.getTeamId()));
    }

    Payload tagging(Tagging tagging) throws Refusal {
        Integer tier = tagging.getTier();
        if (tier != null && (tier < 1 || tier > 3)) {
            throw Refusal.badValue("tier", "tier is " + tier + "; send 1, 2 or 3, or leave it out");
        }
        return new Payload.Tagging(
                tags("added", tagging.getAdded()),
                tags("removed", tagging.getRemoved()),
                tier == null ? Payload.Tagging.NO_TIER : tier,
                shared("priority", tagging.getPriority()));
    }

    /** Who writes to a brand must be told apart from others; a reply counts also when the source hides who sent it. */
    private static Payload.Author author(Author author, Payload.Direction direction) throws Refusal {
        if (author == null) {
            throw Refusal.missing("author");
        }
        Payload.Author.Kind kind = AUTHOR_KIND.of(author.getKind());
        String id = optional("author.id", author.getId());
        if (id == null && direction == Payload.Direction.INBOUND) {
            throw Refusal.missing("author.id");
        }
        return new Payload.Author(kind == Payload.Author.Kind.CUSTOMER ? id : Names.shared(id), kind);
    }

    private static Payload.Author actor(Actor actor) throws Refusal {
        return actor == null
                ? null
                : new Payload.Author(shared("actor.id", actor.getId()), ACTOR_KIND.of(actor.getKind()));
    }

    private static Payload.Sentiment sentiment(Sentiment sentiment) throws Refusal {
        if (sentiment == null) {
            return null;
        }
        Payload.Sentiment.Label label = LABEL.of(sentiment.getLabel());
        Double score = sentiment.getScore();
        if (score == null) {
            return new Payload.Sentiment(label, label.ordinal() - 1);
        }
        if (!(score >= -1 && score <= 1)) { // NaN is neither
            throw Refusal.badValue("sentiment.score", "sentiment.score is " + score + "; send a number from -1 to 1");
        }
        return new Payload.Sentiment(label, score);
    }
}
