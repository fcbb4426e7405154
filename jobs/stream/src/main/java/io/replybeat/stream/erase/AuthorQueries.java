package io.replybeat.stream.erase;

import io.replybeat.care.message.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How is Elasticsearch asked for an author's messages, and for those in which others may mention the author? */
final class AuthorQueries {

    private static final Map<String, Object> BY_CUSTOMERS = Map.of("term", Map.of("author.kind", "customer"));

    private final Author author;
    private final Set<String> ids;
    private final Map<String, Object> byAuthor;

    /** Ids may have been stored plainly before privacy was switched on, so both forms are looked for. */
    AuthorQueries(Author author, Privacy privacy) {
        this.author = author;
        this.ids = new TreeSet<>(List.of(author.id(), privacy.name(author.id())));
        this.byAuthor = Map.of("terms", Map.of("author.id", ids));
    }

    /** In all the forms in which the id may be stored. */
    Set<String> ids() {
        return ids;
    }

    /** Finds those of others too: an id beside a message of one network, and another message of the other one. */
    Map<String, Object> callouts() {
        List<Object> filters = new ArrayList<>(List.of(Map.of("terms", Map.of("messages.author_id", ids))));
        if (author.brand() != null) {
            filters.add(Map.of("term", Map.of("brand", author.brand())));
        }
        return Map.of("bool", Map.of("filter", filters));
    }

    Map<String, Object> messages() {
        List<Object> filters = whereAuthorIs();
        filters.add(byAuthor);
        filters.add(BY_CUSTOMERS);
        return Map.of("bool", Map.of("filter", filters));
    }

    /** None where the author names no network. */
    Map<String, Object> messagesOnOtherNetworks() {
        List<Object> here = onNetwork();
        return here.isEmpty()
                ? Map.of("match_none", Map.of())
                : Map.of("bool", Map.of("filter", List.of(byAuthor, BY_CUSTOMERS), "must_not", here));
    }

    /** For any brand: whoever is an agent of one is no customer of another. */
    Map<String, Object> ofOtherKinds() {
        List<Object> filters = onNetwork();
        filters.add(byAuthor);
        return Map.of("bool", Map.of("filter", filters, "must_not", List.of(BY_CUSTOMERS)));
    }

    /** @param handle without its @; for any brand, as all texts of the network may hold it */
    Map<String, Object> ofOtherKindsUnder(String handle) {
        List<Object> spelled = Stream.of("", "@", "＠")
                .<Object>map(at ->
                        Map.of("term", Map.of("author.handle", Map.of("value", at + handle, "case_insensitive", true))))
                .toList();
        List<Object> filters = onNetwork();
        filters.add(Map.of("bool", Map.of("should", spelled)));
        return Map.of("bool", Map.of("filter", filters, "must_not", List.of(BY_CUSTOMERS)));
    }

    static Map<String, Object> hashedCustomers() {
        return Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(BY_CUSTOMERS, Map.of("regexp", Map.of("author.id", Handles.HASHED.pattern())))));
    }

    /**
     * Finds more than the mentions, never fewer: {@code @anna's} and {@code @anna.thanks} are one word each to Elasticsearch,
     * so the last word of a handle may go on.
     *
     * @param handles the words of each as Elasticsearch takes them apart, at least one
     */
    Map<String, Object> mayMention(List<List<String>> handles) {
        List<Object> filters = whereAuthorIs();
        filters.add(Map.of(
                "bool",
                Map.of("should", handles.stream().map(AuthorQueries::holds).toList())));
        return Map.of("bool", Map.of("filter", filters, "must_not", List.of(messages())));
    }

    private static Map<String, Object> holds(List<String> words) {
        List<Object> all = new ArrayList<>();
        int last = words.size() - 1;
        words.subList(0, last).forEach(word -> all.add(Map.of("term", Map.of("text", word))));
        all.add(Map.of("prefix", Map.of("text", words.get(last))));
        return Map.of("bool", Map.of("filter", all));
    }

    private List<Object> whereAuthorIs() {
        List<Object> filters = onNetwork();
        if (author.brand() != null) {
            filters.add(Map.of("term", Map.of("brand", author.brand())));
        }
        return filters;
    }

    private List<Object> onNetwork() {
        List<Object> filters = new ArrayList<>();
        if (author.network() != null) {
            filters.add(Map.of("term", Map.of("network", author.network())));
        }
        return filters;
    }
}
