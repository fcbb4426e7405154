package io.replybeat.stream.erase;

import io.replybeat.care.message.Privacy;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.IndexName;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;

/**
 * Which documents know this author, and how are they made to forget?
 *
 * <p>Customers only: what agents and bots wrote stays, and so does a handle under which they write, as it is the brand's.
 *
 * <p>The author's messages are deleted, as they are stored: by id or by its keyed hash. In what others wrote to them the
 * handle is blotted out. Rejected records that hold the id or a handle are deleted, of whatever network and brand: they
 * often do not say. Callout documents go on without the author. Facts, conversations and windows hold ids of the brand's people only; nothing outside the indices is
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
     * @throws UnclearAuthor if the author names no network and there is not exactly one to search for mentions, if only
     *     others than customers have the id, or if it is not found among hashed ones and there is no key
     */
    public Erased erase(Author author, boolean dryRun) {
        String messages = IndexName.alias(prefix, Kind.MESSAGES);
        String rejected = IndexName.alias(prefix, Kind.REJECTED);
        String callouts = IndexName.alias(prefix, Kind.CALLOUTS);
        Identification identification = new Identification(documents, messages, author, privacy);
        Author meant = identification.onOneNetwork();
        return new ErasureRun(documents, messages, rejected, callouts, meant, privacy, dryRun)
                .run(identification.otherNetworks());
    }

    @Override
    public void close() {
        documents.close();
    }
}
