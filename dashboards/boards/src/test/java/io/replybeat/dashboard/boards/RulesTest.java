package io.replybeat.dashboard.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RulesTest {

    @Test
    void every_rule_is_tried_and_stands_in_the_docs() throws IOException {
        String page = Files.readString(BoardFilesTest.DASHBOARDS.resolve("../docs/operating.md"));
        String tests = Files.readString(BoardFilesTest.DASHBOARDS.resolve("prometheus/replybeat-rules.test.yml"));
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(BoardFilesTest.DASHBOARDS.resolve("prometheus/replybeat-rules.yml")));
        List<Map<String, Object>> rules = file.get("groups").get(0).get("rules");

        assertThat(rules).hasSizeGreaterThan(8).allSatisfy(rule -> {
            assertThat(tests).contains("alertname: " + rule.get("alert") + "\n        exp_alerts:");
            String severity = (String) ((Map<?, ?>) rule.get("labels")).get("severity");
            assertThat(page.lines())
                    .anyMatch(line -> line.startsWith("| `" + rule.get("alert") + "` |")
                            && line.endsWith("| " + severity + " |"));
        });
    }
}
