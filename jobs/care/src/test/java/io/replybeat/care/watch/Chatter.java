package io.replybeat.care.watch;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.detect.Buckets;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What customers of a made-up brand write, bucket by bucket, and what its watch says to it. Deterministic by its seed. */
final class Chatter {

    static final Duration BUCKET = Buckets.FIVE_MINUTES;

    /** So many messages a bucket on average, about a topic on a network, of which a share is negative. */
    record Stream(String network, String topic, double perBucket, double negative, int tier, long followers) {

        static Stream of(String network, String topic, double perBucket, double negative) {
            return new Stream(network, topic, perBucket, negative, 0, 100);
        }

        Stream grave(long followers) {
            return new Stream(network, topic, perBucket, negative, 3, followers);
        }
    }

    private Random random;
    private final Detectors detectors;
    private final List<Alert> alerts = new ArrayList<>();
    private BrandWatch watch = new BrandWatch(BUCKET);
    private long start = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private int written;

    Chatter(long seed, BrandPolicy policy) {
        random = new Random(seed);
        detectors = Detectors.of(policy, BUCKET);
    }

    /** People write so for a while. */
    Chatter goesOn(Duration span, Stream... streams) {
        for (long left = span.toMillis() / BUCKET.toMillis(); left > 0; left--) {
            bucket(streams);
        }
        return this;
    }

    /** Nobody writes and nobody looks. */
    Chatter nobodyLooks(Duration span) {
        start += span.toMillis();
        return this;
    }

    Chatter reseed(long seed) {
        random = new Random(seed);
        return this;
    }

    private void bucket(Stream... streams) {
        BucketTally tally = new BucketTally("acme", start);
        for (Stream stream : streams) {
            for (int left = poisson(stream.perBucket); left > 0; left--) {
                tally.add(message(stream));
            }
        }
        alerts.addAll(watch.judge(tally, detectors));
        start += BUCKET.toMillis();
    }

    Event message(Stream stream) {
        boolean negative = random.nextDouble() < stream.negative;
        double score = negative ? -0.3 - 0.6 * random.nextDouble() : 0.5 * random.nextDouble();
        String id = "m" + ++written;
        return new Event(
                id,
                0,
                "acme",
                "c" + written,
                stream.network,
                start + random.nextInt((int) BUCKET.toMillis()),
                Event.UNKNOWN,
                0,
                new Message(
                        Direction.INBOUND,
                        Visibility.PUBLIC,
                        new Author("u" + written, Author.Kind.CUSTOMER),
                        "en",
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        new Sentiment(negative ? Sentiment.Label.NEGATIVE : Sentiment.Label.NEUTRAL, score),
                        new Understood(
                                stream.topic == null ? List.of() : List.of(stream.topic),
                                stream.topic,
                                List.of(),
                                stream.tier,
                                false,
                                new Reach(Payload.AuthorWeight.ORDINARY, stream.followers),
                                written)));
    }

    private int poisson(double mean) {
        int count = 0;
        for (double left = mean + Math.log(1 - random.nextDouble()); left > 0; count++) {
            left += Math.log(1 - random.nextDouble());
        }
        return count;
    }

    /** The watch as it comes back from state. */
    Chatter after(java.util.function.UnaryOperator<BrandWatch> restore) {
        watch = restore.apply(watch);
        return this;
    }

    BrandWatch watch() {
        return watch;
    }

    long now() {
        return start;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** Alerts since the last time somebody asked. */
    List<Alert> news() {
        List<Alert> news = List.copyOf(alerts);
        alerts.clear();
        return news;
    }
}
