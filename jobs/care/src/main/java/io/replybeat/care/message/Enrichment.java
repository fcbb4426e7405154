package io.replybeat.care.message;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Tagging;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.care.topic.Classification;
import io.replybeat.care.topic.Taxonomy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What does a customer's message say: in which language and tone, about what, and how much does its author weigh?
 *
 * <p>Answers once, at the edge, where the text still is. What the source gave is kept: its language, its sentiment. A tag
 * that names a topic of the taxonomy is understood as the topic people gave. As safe for several threads as its parts.
 */
public final class Enrichment {

    private static final String TOPIC = "topic:";

    private final LanguageDetector languages;
    private final SentimentModel tones;
    private final Taxonomy taxonomy;

    public Enrichment(LanguageDetector languages, SentimentModel tones, Taxonomy taxonomy) {
        this.languages = languages;
        this.tones = tones;
        this.taxonomy = taxonomy;
    }

    /** The event with everything that was understood; all else of it is as it was. */
    public Event enrich(Event event, Said said) {
        Payload payload = event.payload();
        if (payload instanceof Message message) {
            return event.with(message(event, message, said));
        }
        if (payload instanceof Tagging tagging && (namesTopic(tagging.added()) || namesTopic(tagging.removed()))) {
            return event.with(new Tagging(
                    topics(tagging.added()), topics(tagging.removed()), tagging.tier(), tagging.priority()));
        }
        return event;
    }

    private Message message(Event event, Message message, Said said) {
        List<String> tags = namesTopic(message.tags()) ? topics(message.tags()) : message.tags();
        if (!message.isFromCustomer()) {
            return message.with(tags, message.language(), message.sentiment(), null);
        }
        Reach reach = reach(said.author(), event.occurredAt());
        if (said.text().isBlank()) {
            return message.with(
                    tags, message.language(), message.sentiment(), understood(tags, Classification.NOTHING, reach, 0));
        }
        String language = message.language() != null ? message.language() : languages.detect(said.text());
        Sentiment sentiment = message.sentiment() != null ? message.sentiment() : tones.judge(said.text(), language);
        Classification found = taxonomy.classify(said.text(), language);
        return message.with(tags, language, sentiment, understood(tags, found, reach, SameWords.of(said.text())));
    }

    /** Topics given with the message come before those of the rules. */
    private static Understood understood(List<String> tags, Classification found, Reach reach, long words) {
        List<String> topics = found.topics();
        if (!tags.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            tags.stream()
                    .filter(tag -> tag.startsWith(TOPIC) && tag.length() > TOPIC.length())
                    .forEach(tag -> all.add(tag.substring(TOPIC.length())));
            all.addAll(topics);
            topics = List.copyOf(all);
        }
        String topicByRules = found.topics().isEmpty() ? null : found.topics().get(0);
        return new Understood(topics, topicByRules, found.subTopics(), found.tier(), found.mustNotWait(), reach, words);
    }

    private static Reach reach(Said.Profile author, long at) {
        return new Reach(AuthorWeights.of(author, at), author.followers() == null ? 0 : author.followers());
    }

    private boolean namesTopic(List<String> tags) {
        for (String tag : tags) {
            if (taxonomy.knows(tag)) {
                return true;
            }
        }
        return false;
    }

    private List<String> topics(List<String> tags) {
        return tags.stream()
                .map(tag -> taxonomy.knows(tag) ? TOPIC + topicOf(tag) : tag)
                .toList();
    }

    /** Of a sub-topic the topic it is a part of. */
    private static String topicOf(String tag) {
        int slash = tag.indexOf('/');
        return slash < 0 ? tag : tag.substring(0, slash);
    }
}
