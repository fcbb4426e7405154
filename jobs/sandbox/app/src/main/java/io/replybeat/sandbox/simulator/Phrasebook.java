package io.replybeat.sandbox.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What do people write, in one language? Invented sentences, put together from an opener, a matter and a closer. */
final class Phrasebook {

    private static final Map<String, Phrasebook> LOADED = new ConcurrentHashMap<>();

    private final Map<String, Object> phrases;

    private Phrasebook(Map<String, Object> phrases) {
        this.phrases = phrases;
    }

    /** @param language de, en, ja, pt or zh: the files {@code texts-*.yaml} */
    static Phrasebook of(String language) {
        return LOADED.computeIfAbsent(language, Phrasebook::load);
    }

    String opening(Topic topic, Tone tone, Dice dice) {
        String tones = word(tone);
        List<String> matters = tone == Tone.POSITIVE ? list("praise") : list("topics", topic.word(), tones);
        return pick(list("openers", tones), dice) + " " + pick(matters, dice) + " "
                + pick(list("closers", tones), dice);
    }

    String followUp(Tone tone, Dice dice) {
        return pick(list("follow_ups", word(tone)), dice);
    }

    /** Neighbours in number find words of their own: copies of one text are one voice. */
    String callout(int voice) {
        List<String> callouts = list("callouts");
        return callouts.get(voice % callouts.size());
    }

    List<String> firstReplies() {
        return list("agent", "first");
    }

    List<String> furtherReplies() {
        return list("agent", "next");
    }

    /** @param whose bot, automation or notes */
    String line(String whose, Dice dice) {
        return pick(list(whose), dice);
    }

    @SuppressWarnings("unchecked")
    List<String> list(String... path) {
        Object node = phrases;
        for (String key : path) {
            node = ((Map<String, Object>) node).get(key);
        }
        return (List<String>) node;
    }

    private static String pick(List<String> lines, Dice dice) {
        return lines.get(dice.below(lines.size()));
    }

    private static String word(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private static Phrasebook load(String language) {
        try (InputStream file = Phrasebook.class.getResourceAsStream("texts-" + language + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("the simulator has no texts in the language " + language);
            }
            return new Phrasebook(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the texts in " + language, e);
        }
    }
}
