package io.replybeat.stream.erase;

import io.replybeat.care.message.Privacy;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.IndexName;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.util.List;

/**
 * Which documents know this author, and how are they made to forget?
 *
 * <p>The author's messages are deleted, as they are stored: by id or by its keyed hash. In what others wrote to them the
 * handle is blotted out. Rejected records that hold the id or a handle are deleted, of whatever network and brand: they
 * often do not say. Facts, conversations and windows hold ids of the brand's people only; nothing outside the indices is
 * touched.
 *
 * <p>Doing it again finds nothing left, also where it broke off before. Not for several threads.
 */
public final class AuthorErasure implements AutoCloseable {

    private final Documents documents;
    private final String prefix;
    private final Privacy privacy;

    public AuthorErasure(ElasticsearchOptions elasticsearch, Privacy privacy) {
        this.documents = new Documents(elasticsearch);
        this.prefix = elasticsearch.prefix();
        this.privacy = privacy;
    }

    /** For the indices and the key of these options; the key is used also where names are no longer hashed. */
    public static AuthorErasure of(JobOptions options) {
        return new AuthorErasure(ElasticsearchOptions.of(options), Privacy.of(options.get(Options.PRIVACY_KEY), true));
    }

    /**
     * @param dryRun whether to count only
     * @throws UnclearAuthor if the author names no network and there is not exactly one to search for mentions
     */
    public Erased erase(Author author, boolean dryRun) {
        String messages = IndexName.alias(prefix, Kind.MESSAGES);
        String rejected = IndexName.alias(prefix, Kind.REJECTED);
        return new ErasureRun(documents, messages, rejected, onOneNetwork(author, messages), privacy, dryRun).run();
    }

    private Author onOneNetwork(Author author, String messages) {
        if (author.network() != null) {
            return author;
        }
        List<String> networks = documents.values(messages, "network", new AuthorQueries(author, privacy).messages());
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

    @Override
    public void close() {
        documents.close();
    }
}
