package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

    private static final Path PAGE = Path.of("src/main/resources/io/replybeat/dashboard/page");

    @Test
    void no_script_makes_markup_from_text() throws IOException {
        for (Path script : files(".js")) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContainPattern(
                            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|eval\\(|new Function|srcdoc");
        }
    }

    @Test
    void the_page_has_no_inline_script_handler_or_style_and_loads_nothing_from_elsewhere() throws IOException {
        String html = Files.readString(PAGE.resolve("index.html"));

        assertThat(html).doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]*\\ssrc=)");
        for (Path file : files("")) {
            assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                    .as(file.toString())
                    .doesNotContainPattern("https?://|@import");
        }
    }

    @Test
    void the_whole_page_weighs_less_than_300_kilobytes() throws IOException {
        long bytes = 0;
        for (Path file : files("")) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(300_000);
    }

    /** Where node is: the page itself needs none. */
    @Test
    void numbers_are_written_as_format_test_says(@TempDir Path modules) throws Exception {
        assumeTrue(nodeIsPresent(), "node is not on this machine");
        Files.writeString(modules.resolve("package.json"), "{\"type\": \"module\"}");
        Files.copy(PAGE.resolve("format.js"), modules.resolve("format.js"));
        Files.copy(Path.of("src/test/js/format.test.js"), modules.resolve("format.test.js"));

        Process node = new ProcessBuilder("node", "--test", "format.test.js")
                .directory(modules.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
    }

    private static boolean nodeIsPresent() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
