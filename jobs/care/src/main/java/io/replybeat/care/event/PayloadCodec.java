package io.replybeat.care.event;

import static io.replybeat.care.codec.Wire.readName;
import static io.replybeat.care.codec.Wire.readSigned;
import static io.replybeat.care.codec.Wire.readString;
import static io.replybeat.care.codec.Wire.readStrings;
import static io.replybeat.care.codec.Wire.writeSigned;
import static io.replybeat.care.codec.Wire.writeString;
import static io.replybeat.care.codec.Wire.writeStrings;

import io.replybeat.care.event.Payload.Assignment;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.BotHandoff;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.StatusChange;
import io.replybeat.care.event.Payload.Tagging;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The second half of {@link EventCodec}: one byte for the kind of payload, then its fields. Versioned by the event. */
final class PayloadCodec {

    private static final int MESSAGE = 0;
    private static final int STATUS = 1;
    private static final int ASSIGNMENT = 2;
    private static final int TAGGING = 3;
    private static final int BOT_HANDOFF = 4;

    /** An absent optional part, where a present one starts with the position of its enum. */
    private static final int ABSENT = -1;

    // values() copies its array on every call; reading an event would do it four times.
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Visibility[] VISIBILITIES = Visibility.values();
    private static final Status[] STATUSES = Status.values();
    private static final Author.Kind[] AUTHOR_KINDS = Author.Kind.values();
    private static final Sentiment.Label[] LABELS = Sentiment.Label.values();

    private static final AuthorWeight[] WEIGHTS = AuthorWeight.values();

    private static final int CUSTOMER = Author.Kind.CUSTOMER.ordinal();

    private PayloadCodec() {}

    static void write(Payload payload, DataOutput out) throws IOException {
        if (payload instanceof Message message) {
            out.writeByte(MESSAGE);
            writeMessage(message, out);
        } else if (payload instanceof StatusChange change) {
            out.writeByte(STATUS);
            out.writeByte(change.status().ordinal());
            writeAuthor(change.actor(), out);
            writeString(change.teamId(), out);
        } else if (payload instanceof Assignment assignment) {
            out.writeByte(ASSIGNMENT);
            writeString(assignment.agentId(), out);
            writeString(assignment.teamId(), out);
        } else if (payload instanceof Tagging tagging) {
            out.writeByte(TAGGING);
            writeStrings(tagging.added(), out);
            writeStrings(tagging.removed(), out);
            out.writeByte(tagging.tier());
            writeString(tagging.priority(), out);
        } else if (payload instanceof BotHandoff) {
            out.writeByte(BOT_HANDOFF);
        } else {
            throw new IOException("no layout for payload " + payload);
        }
    }

    static Payload read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case MESSAGE -> readMessage(in);
            case STATUS -> new StatusChange(STATUSES[in.readByte()], readAuthor(in), readName(in));
            case ASSIGNMENT -> new Assignment(readName(in), readName(in));
            case TAGGING -> new Tagging(readStrings(in), readStrings(in), in.readByte(), readName(in));
            case BOT_HANDOFF -> new BotHandoff();
            default -> throw new IOException("unknown payload kind " + kind + ": the state is damaged");
        };
    }

    private static void writeMessage(Message message, DataOutput out) throws IOException {
        out.writeByte(message.direction().ordinal());
        out.writeByte(message.visibility().ordinal());
        writeAuthor(message.author(), out);
        writeString(message.language(), out);
        out.writeBoolean(message.repost());
        writeString(message.teamId(), out);
        writeString(message.savedReplyId(), out);
        writeString(message.quickReplyId(), out);
        writeStrings(message.tags(), out);
        writeSentiment(message.sentiment(), out);
        writeUnderstood(message.understood(), out);
    }

    private static Message readMessage(DataInput in) throws IOException {
        return new Message(
                DIRECTIONS[in.readByte()],
                VISIBILITIES[in.readByte()],
                readAuthor(in),
                readName(in),
                in.readBoolean(),
                readName(in),
                readName(in),
                readName(in),
                readStrings(in),
                readSentiment(in),
                readUnderstood(in));
    }

    private static void writeAuthor(Author author, DataOutput out) throws IOException {
        if (author == null) {
            out.writeByte(ABSENT);
            return;
        }
        out.writeByte(author.kind().ordinal());
        writeString(author.id(), out);
    }

    private static Author readAuthor(DataInput in) throws IOException {
        int kind = in.readByte();
        if (kind == ABSENT) {
            return null;
        }
        // Customers are many and come seldom; they would only push the brand's own people out of the table.
        return new Author(kind == CUSTOMER ? readString(in) : readName(in), AUTHOR_KINDS[kind]);
    }

    private static void writeSentiment(Sentiment sentiment, DataOutput out) throws IOException {
        if (sentiment == null) {
            out.writeByte(ABSENT);
            return;
        }
        out.writeByte(sentiment.label().ordinal());
        out.writeDouble(sentiment.score());
    }

    private static Sentiment readSentiment(DataInput in) throws IOException {
        int label = in.readByte();
        return label == ABSENT ? null : new Sentiment(LABELS[label], in.readDouble());
    }

    private static void writeUnderstood(Understood understood, DataOutput out) throws IOException {
        if (understood == null) {
            out.writeByte(ABSENT);
            return;
        }
        out.writeByte(understood.reach().weight().ordinal());
        writeSigned(understood.reach().followers(), out);
        out.writeByte(understood.tier());
        out.writeBoolean(understood.mustNotWait());
        writeStrings(understood.topics(), out);
        writeString(understood.topicByRules(), out);
        writeStrings(understood.subTopics(), out);
        out.writeLong(understood.words());
    }

    private static Understood readUnderstood(DataInput in) throws IOException {
        int weight = in.readByte();
        if (weight == ABSENT) {
            return null;
        }
        Reach reach = new Reach(WEIGHTS[weight], readSigned(in));
        int tier = in.readByte();
        boolean mustNotWait = in.readBoolean();
        return new Understood(readStrings(in), readName(in), readStrings(in), tier, mustNotWait, reach, in.readLong());
    }
}
