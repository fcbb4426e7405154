package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One question of docs/recipes.md, as it stands there.
 *
 * @param title the heading above it
 * @param language {@code http}, a request in Query DSL, or {@code esql}
 */
record Recipe(String title, String language, String text) {

    private static final Path PAGE = Path.of("../../../docs/recipes.md");
    private static final Pattern HEADING_OR_BLOCK =
            Pattern.compile("^## ([^\\n]+)$|^```(http|esql)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Recipe> all() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        Matcher found = HEADING_OR_BLOCK.matcher(Files.readString(PAGE).replace("\r", ""));
        String title = null;
        while (found.find()) {
            if (found.group(2) == null) {
                title = found.group(1);
            } else {
                recipes.add(new Recipe(title, found.group(2), found.group(3)));
            }
        }
        return recipes;
    }

    boolean isEsql() {
        return language.equals("esql");
    }

    /** Of a request in Query DSL. */
    String path() {
        return "/" + text.lines().findFirst().orElseThrow().replaceFirst("^POST ", "");
    }

    /** Of a request in Query DSL. */
    JsonNode body() throws IOException {
        return JSON.readTree(text.substring(text.indexOf('\n')));
    }

    /** What the node says when it is asked on the day that it holds; an error is an {@link AssertionError}. */
    JsonNode askOf(LoadedDay day, Instant now) throws IOException {
        JsonNode answer = isEsql()
                ? day.ask(
                        "POST",
                        "/_query",
                        JSON.createObjectNode()
                                .put("query", text.replace("NOW()", "TO_DATETIME(\"" + now + "\")"))
                                .toString())
                : day.ask("POST", path(), body().toString().replace("\"now-", "\"" + now + "||-"));
        if (answer.has("error")) {
            throw new AssertionError(title + "\n" + text + "\n" + answer.toPrettyString());
        }
        return answer;
    }

    /** The rows of an answer of ES|QL, by name of the column. */
    static List<Map<String, JsonNode>> rows(JsonNode answer) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        for (JsonNode values : answer.path("values")) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(answer.at("/columns/" + i + "/name").asText(), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public String toString() {
        return title + " (" + language + ")";
    }
}
