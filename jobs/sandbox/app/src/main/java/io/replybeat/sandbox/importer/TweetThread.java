package io.replybeat.sandbox.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One source tweet and what people replied to it, as a conversation with a brand. Replies come after what they answer. */
final class TweetThread {

    private static final double NEGATIVE = -1;

    private final String brand;
    private final List<TweetJson> tweets = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> structure = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    private String root;

    TweetThread(String brand) {
        this.brand = brand;
    }

    void add(TweetJson tweet, boolean source) {
        tweets.add(tweet);
        if (tweet.answers() != null) {
            answers.putIfAbsent(tweet.id(), tweet.answers());
        }
        if (source) {
            sources.add(tweet.id());
        }
        if (root == null) {
            root = tweet.id();
        }
    }

    /**
     * What {@code structure.json} tells of who answers whom, for tweets that do not say it themselves: an object a tweet, with
     * those that answer it in it.
     */
    void structure(JsonNode tree) {
        tree.properties().forEach(tweet -> {
            tweet.getValue().fieldNames().forEachRemaining(reply -> structure.putIfAbsent(reply, tweet.getKey()));
            structure(tweet.getValue());
        });
    }

    /** Under the id of the source, or of the first reply where the source is lost. */
    List<CareEvent> events() {
        return tweets.stream().map(this::event).toList();
    }

    /** The depth is the sequence: times have whole seconds. */
    private CareEvent event(TweetJson tweet) {
        return Tweet.event(tweet.id(), brand, root, tweet.at(), depth(tweet.id()), message(tweet));
    }

    /** How many replies lie between; a circle of them ends where it closes. */
    private int depth(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (seen.add(at) && answered(at) != null) {
            at = answered(at);
        }
        return seen.size() - 1;
    }

    /** A source answers nobody in its thread. */
    private String answered(String id) {
        return sources.contains(id) ? null : answers.getOrDefault(id, structure.get(id));
    }

    private Message message(TweetJson tweet) {
        Boolean defaultImage = tweet.flag("default_profile_image");
        return new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                new Author(
                        tweet.authorId(),
                        AuthorKind.CUSTOMER,
                        tweet.handle(),
                        tweet.number("followers_count"),
                        tweet.number("friends_count"),
                        tweet.flag("verified"),
                        defaultImage == null ? null : !defaultImage,
                        null,
                        tweet.accountCreatedAt()),
                tweet.text(),
                tweet.language(),
                tweet.answers() != null ? tweet.answers() : answered(tweet.id()),
                tweet.isRepost(),
                null,
                null,
                null,
                List.of(),
                sources.contains(tweet.id()) ? new Sentiment(SentimentLabel.NEGATIVE, NEGATIVE) : null);
    }
}
