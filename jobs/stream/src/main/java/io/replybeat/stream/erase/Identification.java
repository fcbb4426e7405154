package io.replybeat.stream.erase;

import io.replybeat.care.message.Privacy;
import java.util.List;

/**
 * Is the id a customer's, and on which network? Asked before anything is erased: a key or a network that is missing must not
 * look like a completed erasure.
 */
final class Identification {

    private final Documents documents;
    private final String messages;
    private final Author author;
    private final boolean withoutKey;
    private final AuthorQueries queries;

    /** @param messages the alias of message documents */
    Identification(Documents documents, String messages, Author author, Privacy privacy) {
        this.documents = documents;
        this.messages = messages;
        this.author = author;
        this.withoutKey = privacy.name(author.id()).equals(author.id());
        this.queries = new AuthorQueries(author, privacy);
    }

    /** The author on the one network that is meant; on none where no message tells it. */
    Author onOneNetwork() {
        List<String> networks = documents.values(messages, "network", queries.messages());
        if (networks.isEmpty()) {
            refuseOtherKinds();
            refuseHashesWithoutKey();
        }
        if (author.network() != null) {
            return author;
        }
        if (networks.size() > 1) {
            throw new UnclearAuthor("The id " + author.id() + " is found on several networks, maybe of several people: "
                    + String.join(", ", networks) + "; say which with --network");
        }
        if (networks.isEmpty() && !author.handles().isEmpty()) {
            throw new UnclearAuthor("No message of author " + author.id()
                    + " is stored that would tell on which network to look for the handles; say it with --network");
        }
        return networks.isEmpty() ? author : author.on(networks.get(0));
    }

    /** Where else customers have the id, in case the network was mistyped. */
    List<String> otherNetworks() {
        return documents.values(messages, "network", queries.messagesOnOtherNetworks());
    }

    private void refuseOtherKinds() {
        List<String> kinds = documents.values(messages, "author.kind", queries.ofOtherKinds());
        if (!kinds.isEmpty()) {
            throw new UnclearAuthor(author.id() + " is " + withArticle(kinds.get(0)) + "; erase is for customers");
        }
    }

    private void refuseHashesWithoutKey() {
        if (withoutKey
                && !documents
                        .values(messages, "author.kind", AuthorQueries.hashedCustomers())
                        .isEmpty()) {
            throw new UnclearAuthor(
                    "No message of author " + author.id()
                            + " is found, but these indices hold hashed names; give privacy.key-file (or --config) as the job has it");
        }
    }

    private static String withArticle(String kind) {
        return (kind.startsWith("a") ? "an " : "a ") + kind;
    }
}
