package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

    private static final Path PAGE = Path.of("src/main/resources/io/replybeat/dashboard/page");
    private static final Path TESTS = Path.of("src/test/js");

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
    void what_needs_no_browser_does_as_its_tests_say(@TempDir Path modules) throws Exception {
        assumeTrue(nodeIsPresent(), "node is not on this machine");
        Files.writeString(modules.resolve("package.json"), "{\"type\": \"module\"}");
        for (Path module : files(".js")) {
            Files.copy(module, modules.resolve(module.getFileName()));
        }
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        for (Path test : filesIn(TESTS, ".test.js")) {
            Files.copy(test, modules.resolve(test.getFileName()));
            command.add(test.getFileName().toString());
        }

        Process node = new ProcessBuilder(command)
                .directory(modules.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).contains("a duration shows its two largest units");
    }

    private static boolean nodeIsPresent() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static List<Path> files(String ending) throws IOException {
        return filesIn(PAGE, ending);
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
