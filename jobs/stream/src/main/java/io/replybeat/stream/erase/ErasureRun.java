package io.replybeat.stream.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.message.Privacy;
import io.replybeat.stream.erase.Documents.Changed;
import io.replybeat.stream.erase.Documents.Found;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One erasure: rounds of searching and changing until a round finds nothing, for the job goes on writing meanwhile.
 *
 * <p>The author's messages go last in every round. They alone tell the handles, so if anything before fails, the next run
 * still finds the mentions.
 */
final class ErasureRun {

    static final String BLOTTED = "@erased";

    /** Two are enough where nothing arrives. What arrives faster than this is left to the next run. */
    private static final int MOST_ROUNDS = 10;

    private final Documents documents;
    private final String messages;
    private final String rejected;
    private final Author author;
    private final AuthorQueries queries;
    private final CalloutErasure callouts;
    private final Handles handles;
    private final boolean dryRun;
    private long cut;

    /**
     * @param messages the alias of message documents
     * @param rejected the alias of rejected records
     * @param callouts the alias of callout documents
     */
    ErasureRun(
            Documents documents,
            String messages,
            String rejected,
            String callouts,
            Author author,
            Privacy privacy,
            boolean dryRun) {
        this.documents = documents;
        this.messages = messages;
        this.rejected = rejected;
        this.author = author;
        this.queries = new AuthorQueries(author, privacy);
        this.callouts = new CalloutErasure(documents, callouts, author, queries);
        this.handles = new Handles(author.handles());
        this.dryRun = dryRun;
    }

    /** @param otherNetworks on which customers have the id too, to be told */
    Erased run(List<String> otherNetworks) {
        Changed written = Changed.NOTHING;
        Changed mentions = Changed.NOTHING;
        Changed records = Changed.NOTHING;
        Changed stories = Changed.NOTHING;
        boolean finished = false;
        for (int round = 0; round < MOST_ROUNDS && !finished; round++) {
            long before = written.tried() + mentions.tried() + records.tried() + stories.tried();
            List<Found> theirs = messagesAndHandles();
            leaveHandlesOfTheBrand();
            mentions = mentions.plus(blotMentions());
            records = records.plus(deleteRejected());
            stories = stories.plus(callouts.run(dryRun));
            written = written.plus(delete(theirs));
            finished = dryRun || written.tried() + mentions.tried() + records.tried() + stories.tried() == before;
        }
        return new Erased(
                written.done(),
                mentions.done(),
                records.done(),
                stories.done(),
                cut,
                handles.areHidden(),
                handles.brands(),
                otherNetworks,
                finished);
    }

    /** Of the messages only where they lie is kept; theirs may be many. */
    private List<Found> messagesAndHandles() {
        List<Found> found = new ArrayList<>();
        documents.eachPage(messages, queries.messages(), page -> {
            for (Found message : page) {
                handles.add(message.source().at("/author/handle").asText(""));
                found.add(message.withoutSource());
            }
            return Changed.NOTHING;
        });
        return found;
    }

    /** What customers write may be stored under the brand's account; everybody mentions that. */
    private void leaveHandlesOfTheBrand() {
        handles.leaveToTheBrand(handles.plain().stream()
                .filter(handle -> !documents
                        .values(messages, "author.handle", queries.ofOtherKindsUnder(handle))
                        .isEmpty())
                .toList());
    }

    private Changed blotMentions() {
        List<List<String>> words = handles.plain().stream()
                .map(documents::words)
                .filter(each -> !each.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Changed.NOTHING;
        }
        Pattern mention = NamePatterns.mentionOf(handles.plain());
        return documents.eachPage(messages, queries.mayMention(words), page -> {
            List<Found> blotted = new ArrayList<>();
            for (Found message : page) {
                String text = message.source().path("text").asText();
                String without = mention.matcher(text).replaceAll(BLOTTED);
                if (!without.equals(text)) {
                    blotted.add(message.with(((ObjectNode) message.source()).put("text", without)));
                }
            }
            return dryRun ? Changed.done(blotted.size()) : documents.rewrite(blotted);
        });
    }

    /** The bytes of a record are not searchable, so each is looked at. */
    private Changed deleteRejected() {
        Set<String> names = new TreeSet<>(handles.plain());
        names.add(author.id());
        Pattern named = NamePatterns.anywhere(names);
        cut = 0;
        return documents.eachPage(rejected, Documents.ALL, page -> {
            List<Found> theirs = new ArrayList<>();
            for (Found record : page) {
                if (holds(record.source(), named)) {
                    theirs.add(record.withoutSource());
                } else if (isCut(record.source())) {
                    cut++;
                }
            }
            return delete(theirs);
        });
    }

    private static boolean holds(JsonNode record, Pattern named) {
        byte[] original = Base64.getDecoder().decode(record.path("original").asText(""));
        return named.matcher(record.path("detail").asText("")).find()
                || named.matcher(new String(original, StandardCharsets.UTF_8)).find();
    }

    private static boolean isCut(JsonNode record) {
        return record.has("original") && record.path("truncated").asBoolean();
    }

    private Changed delete(List<Found> found) {
        return dryRun ? Changed.done(found.size()) : documents.delete(found);
    }
}
