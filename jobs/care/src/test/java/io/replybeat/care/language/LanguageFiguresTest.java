package io.replybeat.care.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.replybeat.care.sentiment.LabelledText;
import io.replybeat.care.sentiment.LabelledTexts;
import io.replybeat.care.sentiment.SentimentTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes the figures of docs/language.md with {@code -Dreplybeat.docs.write=true}, and otherwise fails when they are stale. */
class LanguageFiguresTest {

    private static final Path DATA = Path.of("..", "..", "..", "shared", "data", "sentiment");
    private static final Path PAGE = Path.of("..", "..", "docs", "language.md");
    private static final String BEGIN = "<!-- figures, written by LanguageFiguresTest -->\n";
    private static final String END = "<!-- end of the figures -->";

    /** Least share of right answers; of the Hindi texts a third are English. */
    private static final Map<String, Double> FLOORS = floors();

    private final LanguageDetector detector = LanguageDetector.shipped();

    @Test
    void on_real_texts_the_language_is_right_as_often_as_the_page_says() throws IOException {
        assumeThat(DATA)
                .as("skipped: the real texts are not at ../shared/data/sentiment")
                .isDirectory();
        List<Answer> answers = answers();
        FLOORS.forEach((language, floor) -> {
            Share share = Share.of(answers, answer -> answer.language().equals(language));
            assertThat(share.right()).as("right of " + language).isGreaterThan(floor);
        });
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String written = page.substring(0, begin) + figures(answers) + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("replybeat.docs.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE)
                .as("write it anew: mvn test -pl jobs/care -Dtest=LanguageFiguresTest -Dreplybeat.docs.write=true")
                .hasContent(written);
    }

    private static Map<String, Double> floors() {
        Map<String, Double> floors = new LinkedHashMap<>();
        floors.put("en", 0.98);
        for (String language : List.of("de", "pt", "es", "fr", "it", "ja", "ar")) {
            floors.put(language, 0.94);
        }
        floors.put("zh", 0.99);
        floors.put("hi", 0.50);
        return floors;
    }

    /** Of the half of the texts on which nothing was chosen. */
    private List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String language : FLOORS.keySet()) {
            List<LabelledText> texts = LabelledTexts.ofFile(DATA.resolve(language + ".tsv"));
            for (LabelledText text : SentimentTrainer.split(texts, 0.5).validation()) {
                answers.add(new Answer(language, words(text.text()), detector.detect(text.text())));
            }
        }
        return answers;
    }

    private static int words(String text) {
        Letters letters = Letters.of(text);
        int blanks = 0;
        for (int i = 0; i < letters.length; i++) {
            blanks += letters.characters[i] == ' ' ? 1 : 0;
        }
        return blanks - 1;
    }

    private static String figures(List<Answer> answers) {
        StringBuilder figures = new StringBuilder();
        figures.append("| language | texts | right | wrong | `und` | taken for |\n|---|---|---|---|---|---|\n");
        for (String language : FLOORS.keySet()) {
            Predicate<Answer> of = answer -> answer.language().equals(language);
            figures.append("| %s | %s | %s |\n"
                    .formatted(language, Share.of(answers, of).cells(), takenFor(answers, of)));
        }
        figures.append("\n| words left, en de pt es fr it | texts | right | wrong | `und` |\n|---|---|---|---|---|\n");
        int from = 0;
        for (int to : new int[] {0, 1, 2, 4, 8, 200}) {
            int least = from;
            String words = least == to ? "" + to : to == 200 ? least + " and more" : least + " to " + to;
            Predicate<Answer> of =
                    answer -> List.of("en", "de", "pt", "es", "fr", "it").contains(answer.language())
                            && answer.words() >= least
                            && answer.words() <= to;
            figures.append(
                    "| %s | %s |\n".formatted(words, Share.of(answers, of).cells()));
            from = to + 1;
        }
        return figures.toString();
    }

    private static String takenFor(List<Answer> answers, Predicate<Answer> of) {
        Map<String, Long> wrong = answers.stream()
                .filter(of)
                .filter(answer -> answer.isWrong())
                .collect(Collectors.groupingBy(Answer::heard, TreeMap::new, Collectors.counting()));
        return wrong.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(4)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private record Answer(String language, int words, String heard) {
        boolean isRight() {
            return heard.equals(language);
        }

        boolean isWrong() {
            return !isRight() && !heard.equals(LanguageDetector.UNKNOWN);
        }
    }

    private record Share(int texts, double right, double wrong) {
        static Share of(List<Answer> answers, Predicate<Answer> of) {
            List<Answer> chosen = answers.stream().filter(of).toList();
            double all = chosen.size();
            return new Share(
                    chosen.size(),
                    chosen.stream().filter(Answer::isRight).count() / all,
                    chosen.stream().filter(Answer::isWrong).count() / all);
        }

        String cells() {
            return "%d | %.1f %% | %.1f %% | %.1f %%"
                    .formatted(texts, 100 * right, 100 * wrong, 100 * (1 - right - wrong));
        }
    }
}
