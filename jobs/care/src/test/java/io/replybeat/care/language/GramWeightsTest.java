package io.replybeat.care.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import org.junit.jupiter.api.Test;

class GramWeightsTest {

    private static final List<String> LANGUAGES = List.of("eng", "deu", "por", "tur", "ara", "rus");

    @Test
    void the_table_says_what_the_library_says() throws IOException {
        AbstractModel model = model();
        GramWeights weights = new GramWeights(model, LANGUAGES);
        for (String text : List.of(
                "where is my order",
                "mein paket ist noch nicht da und mein geld auch nicht",
                "não recebi meu pedido",
                "siparişim hala gelmedi",
                "طلبي لم يصل حتى الآن",
                "где мой заказ")) {
            Letters letters = Letters.of(text);
            float[] sums = weights.sums(letters);
            double[] likelihoods = model.eval(gramsByTheLibrary(letters));
            double english = Math.log(likelihoods[model.getIndex("eng")]);
            for (int i = 1; i < LANGUAGES.size(); i++) {
                double ahead = Math.log(likelihoods[model.getIndex(LANGUAGES.get(i))]) - english;
                assertThat(sums[i] - sums[0]).as(text + " " + LANGUAGES.get(i)).isCloseTo((float) ahead, within(1e-4f));
            }
        }
    }

    @Test
    void a_text_said_twice_weighs_hardly_more() throws IOException {
        GramWeights weights = new GramWeights(model(), LANGUAGES);
        float once = weights.sums(Letters.of("where is my order"))[0];
        float twice = weights.sums(Letters.of("where is my order where is my order"))[0];
        assertThat(twice).isCloseTo(once, within(0.02f));
    }

    @Test
    void nothing_speaks_for_a_language_that_the_model_does_not_know() throws IOException {
        GramWeights weights = new GramWeights(model(), List.of("eng", "nowhere"));
        assertThat(weights.sums(Letters.of("where is my order"))[1]).isZero();
        assertThat(weights.sums(Letters.of(""))).containsExactly(weights.sums(Letters.of("😡"))[0], 0);
    }

    private static String[] gramsByTheLibrary(Letters letters) {
        String text = new String(letters.characters, 0, letters.length);
        CharSequence[] grams = new DefaultLanguageDetectorContextGenerator(1, 3).getContext(text);
        return List.of(grams).stream().map(CharSequence::toString).toArray(String[]::new);
    }

    private static AbstractModel model() throws IOException {
        try (InputStream in = GramWeightsTest.class.getResourceAsStream("/langdetect-183.bin")) {
            return (AbstractModel) new LanguageDetectorModel(in).getMaxentModel();
        }
    }
}
