package io.replybeat.stream.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.message.Privacy;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.IndexName;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which documents know this author, and how are they made to forget?
 *
 * <p>The author's messages are deleted, as they are stored: by id or by its keyed hash. In what others wrote to them the
 * handle is blotted out. Rejected records that hold the id or a handle are deleted. Facts, conversations and windows hold
 * ids of the brand's people only; the events in Kafka are not touched.
 *
 * <p>Doing it again finds nothing left. Not for several threads.
 */
public final class AuthorErasure implements AutoCloseable {

    static final String BLOTTED = "@erased";
    private static final int PAGE = 1_000;

    /** What was found and erased; nothing is, where it was only counted. */
    public record Erased(long messages, long mentions, long rejected) {
        public boolean isNothing() {
            return messages + mentions + rejected == 0;
        }
    }

    private final Documents documents;
    private final String prefix;
    private final Privacy privacy;

    public AuthorErasure(ElasticsearchOptions elasticsearch, Privacy privacy) {
        this.documents = new Documents(elasticsearch);
        this.prefix = elasticsearch.prefix();
        this.privacy = privacy;
    }

    /** For the indices, the key and the switch of these options. */
    public static AuthorErasure of(JobOptions options) {
        String key = options.get(Options.PRIVACY_PSEUDONYMISE) ? options.get(Options.PRIVACY_KEY) : null;
        return new AuthorErasure(ElasticsearchOptions.of(options), Privacy.of(key, true));
    }

    /** @param dryRun whether to count only */
    public Erased erase(String author, boolean dryRun) {
        Set<String> handles = new LinkedHashSet<>();
        long messages = messages(author, dryRun, handles);
        long mentions = 0;
        for (String handle : handles) {
            mentions += mentions(handle, author, dryRun);
        }
        handles.add(author);
        return new Erased(messages, mentions, rejected(handles, dryRun));
    }

    /** Ids may have been stored plainly before privacy was switched on, so both forms are looked for. */
    private long messages(String author, boolean dryRun, Set<String> handles) {
        Map<String, Object> theirs = Map.of("terms", Map.of("author.id", List.of(author, privacy.name(author))));
        List<Documents.Found> found = documents.all(alias(Kind.MESSAGES), theirs, PAGE);
        for (Documents.Found message : found) {
            String handle = message.source().at("/author/handle").asText("");
            String bare = handle.startsWith("@") ? handle.substring(1) : handle;
            if (!bare.isBlank()) {
                handles.add(bare);
            }
        }
        if (!dryRun) {
            documents.delete(found);
        }
        return found.size();
    }

    private long mentions(String handle, String author, boolean dryRun) {
        Map<String, Object> mentioning = Map.of(
                "bool",
                Map.of(
                        "must", List.of(Map.of("match_phrase", Map.of("text", handle))),
                        "must_not",
                                List.of(Map.of("terms", Map.of("author.id", List.of(author, privacy.name(author)))))));
        Pattern mention = Pattern.compile(
                "@" + Pattern.quote(handle) + "(?![\\p{L}\\p{N}_])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<Documents.Found> changed = new ArrayList<>();
        for (Documents.Found message : documents.all(alias(Kind.MESSAGES), mentioning, PAGE)) {
            String text = message.source().path("text").asText();
            String blotted = mention.matcher(text).replaceAll(BLOTTED);
            if (!blotted.equals(text)) {
                changed.add(message.with(((ObjectNode) message.source().deepCopy()).put("text", blotted)));
            }
        }
        if (!dryRun) {
            documents.rewrite(changed);
        }
        return changed.size();
    }

    /** The bytes of a record are not searchable, so each is looked at. */
    private long rejected(Set<String> names, boolean dryRun) {
        List<Documents.Found> theirs = new ArrayList<>();
        Map<String, Object> shown = Map.of("exists", Map.of("field", "reason"));
        for (Documents.Found record : documents.all(alias(Kind.REJECTED), shown, PAGE)) {
            if (names.stream().anyMatch(name -> holds(record.source(), name))) {
                theirs.add(record);
            }
        }
        if (!dryRun) {
            documents.delete(theirs);
        }
        return theirs.size();
    }

    private static boolean holds(JsonNode record, String name) {
        byte[] original = Base64.getDecoder().decode(record.path("original").asText(""));
        String bytes = new String(original, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return bytes.contains(name.toLowerCase(Locale.ROOT));
    }

    private String alias(Kind kind) {
        return IndexName.alias(prefix, kind);
    }

    @Override
    public void close() {
        documents.close();
    }
}
