package io.replybeat.care.fact;

import io.replybeat.care.event.Payload;

/**
 * What does a conversation put on the books?
 *
 * <p>The fold of a timeline yields entries; two entries with the same {@link #id()} are two readings of one thing, so
 * the difference of two folds is: entries gone, entries new, entries changed. Facts are entries that become documents
 * of their own; the others only count in windows.
 */
public sealed interface Entry permits Fact, Entry.MessageCounted, Entry.WaitReceived, Entry.ConversationOpened {

    /** Unique among the entries of one conversation. */
    String id();

    ConversationKey conversation();

    Attributes attributes();

    /** A message was written, at {@code at}; {@code customer} is the hash of a customer who wrote it, else 0. */
    record MessageCounted(
            String id,
            ConversationKey conversation,
            Attributes attributes,
            long at,
            Kind kind,
            long customer,
            Payload.Message said)
            implements Entry {
        public enum Kind {
            IN_PUBLIC,
            IN_DIRECT,
            IN_PUBLIC_REPOST,
            IN_DIRECT_REPOST,
            OUT_AGENT,
            OUT_BOT,
            OUT_AUTOMATION,
            INTERNAL_NOTE;

            /** Of a message that the customer wrote or can see. */
            public static Kind of(Payload.Message message) {
                if (message.direction() == Payload.Direction.OUTBOUND) {
                    return switch (message.author().kind()) {
                        case BOT -> OUT_BOT;
                        case AUTOMATION -> OUT_AUTOMATION;
                        case AGENT, CUSTOMER -> OUT_AGENT;
                    };
                }
                if (message.visibility() == Payload.Visibility.DIRECT) {
                    return message.repost() ? IN_DIRECT_REPOST : IN_DIRECT;
                }
                return message.repost() ? IN_PUBLIC_REPOST : IN_PUBLIC;
            }
        }
    }

    /** A customer began to wait at {@code since}; what became of it. The parts of the reply rate are counted from these. */
    record WaitReceived(String id, ConversationKey conversation, Attributes attributes, long since, Outcome outcome)
            implements Entry {
        public enum Outcome {
            WAITING,
            ANSWERED,
            NO_REPLY_NEEDED,
            UNANSWERED
        }
    }

    /** A conversation began; whether it is resolved now. The cohort's resolution rate is counted from these. */
    record ConversationOpened(
            String id, ConversationKey conversation, Attributes attributes, long startedAt, boolean resolvedNow)
            implements Entry {}
}
