package io.replybeat.bench;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.message.Enrichment;
import io.replybeat.care.message.Said;
import io.replybeat.care.sentiment.LabelledText;
import io.replybeat.care.sentiment.LabelledTexts;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.care.topic.Classification;
import io.replybeat.care.topic.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to understand one real message? Each benchmark answers one question about one text, the next one each
 * time; {@link TextsCommand} runs all of them.
 */
public class TextsBenchmark {

    @Benchmark
    public Sentiment sentiment(Texts texts, Tone tone) {
        LabelledText text = texts.next();
        return tone.model.judge(text.text(), text.language());
    }

    @Benchmark
    public Classification topics(Texts texts, Rules rules) {
        LabelledText text = texts.next();
        return rules.taxonomy.classify(text.text(), text.language());
    }

    /** What has a target: sentiment, topic and tier of one message, its language given, and the weight of its author. */
    @Benchmark
    public Event enrichment(Texts texts, Rules rules, Tone tone, Tongue tongue) {
        LabelledText text = texts.next();
        return new Enrichment(tongue.detector, tone.model, rules.taxonomy)
                .enrich(message(text.language()), new Said(text.text(), null, Said.Profile.UNKNOWN));
    }

    private static Event message(String language) {
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                new Author("u1", Author.Kind.CUSTOMER),
                language,
                false,
                null,
                null,
                null,
                List.of(),
                null);
        return new Event("e1", 0, "acme", "c1", "x", 1_772_618_400_000L, Event.UNKNOWN, 0, message);
    }

    @Benchmark
    public String language(Texts texts, Tongue tongue) {
        return tongue.detector.detect(texts.next().text());
    }

    /** Texts of a group of languages in a fixed order without a pattern, so that no text is known to the processor. */
    @State(Scope.Thread)
    public static class Texts {
        private static final int MOST = 5_000;

        /** A directory with files as {@code en.tsv}. */
        @Param("")
        public String data;

        /** Codes joined by {@code +}. */
        @Param({"en", "de", "es+fr+it+pt", "ja", "zh", "ar+hi"})
        public String languages;

        private List<LabelledText> texts;
        private int next;

        @Setup
        public void read() throws IOException {
            List<LabelledText> all = new ArrayList<>();
            for (String language : languages.split("\\+")) {
                all.addAll(LabelledTexts.ofFile(Path.of(data, language + ".tsv")));
            }
            Collections.shuffle(all, new Random(1));
            texts = List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
        }

        LabelledText next() {
            next = next + 1 < texts.size() ? next + 1 : 0;
            return texts.get(next);
        }
    }

    @State(Scope.Benchmark)
    public static class Tone {
        private final SentimentModel model = LinearSentiment.shipped();
    }

    @State(Scope.Benchmark)
    public static class Rules {
        private final Taxonomy taxonomy = Taxonomy.shipped();
    }

    @State(Scope.Benchmark)
    public static class Tongue {
        private final LanguageDetector detector = LanguageDetector.shipped();
    }
}
