package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes the tables of docs/topics.md with {@code -Dreplybeat.docs.write=true}, and otherwise fails when they are stale. */
class TopicsPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "topics.md");
    private static final String MARK =
            "<!-- From here on written by TopicsPageTest from the shipped taxonomy; do not edit. -->\n";

    private static final Taxonomy SHIPPED = Taxonomy.shipped();

    @Test
    void docs_topics_lists_the_shipped_taxonomy() throws IOException {
        String page = Files.readString(PAGE);
        String byHand = page.substring(0, page.indexOf(MARK) + MARK.length());
        if (Boolean.getBoolean("replybeat.docs.write")) {
            Files.writeString(PAGE, byHand + table());
        }
        assertThat(PAGE)
                .as("write it anew: mvn test -pl jobs/care -Dtest=TopicsPageTest -Dreplybeat.docs.write=true")
                .hasContent(byHand + table());
    }

    @Test
    void the_example_of_the_page_does_what_the_page_says() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        Taxonomy example = Taxonomy.parse(page.substring(start, page.indexOf("```", start)));
        assertThat(example.classify("charged my new card twice", "en").subTopics())
                .containsExactly("billing/double_charge");
        assertThat(example.classify("#LateFee", "en").tier()).isEqualTo(2);
        assertThat(example.classify("late feed", "en").topics()).isEmpty();
        assertThat(example.classify("I don't want to buy it", "en").mustNotWait())
                .isFalse();
    }

    private static String table() {
        List<String> topics =
                SHIPPED.topics().stream().filter(path -> !path.contains("/")).toList();
        return topics.stream()
                .map(TopicsPageTest::row)
                .collect(Collectors.joining("", "\n| topic | sub-topic | tier |\n|---|---|---|\n", ""));
    }

    private static String row(String topic) {
        return SHIPPED.topics().stream()
                .filter(path -> path.startsWith(topic + "/"))
                .map(path -> "| `%s` | `%s` | %s |\n".formatted(topic, path.substring(topic.length() + 1), tier(path)))
                .collect(Collectors.joining());
    }

    private static String tier(String path) {
        return SHIPPED.mustNotWait(path) ? "must not wait" : String.valueOf(SHIPPED.tierOf(path));
    }
}
