package io.replybeat.care.alert;

import io.replybeat.care.document.Instants;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where do people see an alert? A URL with places such as {@code {id}} that an alert fills, each escaped for a URL.
 *
 * @param template as it was written
 */
public record AlertLink(String template) implements Serializable {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private static final List<String> PLACES = List.of("id", "brand", "rule", "cut", "subject", "since");

    /** @throws IllegalArgumentException saying what to write instead */
    public static AlertLink parse(String template) {
        PLACE.matcher(template).results().map(place -> place.group(1)).forEach(place -> {
            if (!PLACES.contains(place)) {
                throw new IllegalArgumentException(
                        "{%s} is no place; known are {%s}".formatted(place, String.join("}, {", PLACES)));
            }
        });
        if (!isUrl(PLACE.matcher(template).replaceAll("place"))) {
            throw new IllegalArgumentException("write a URL such as https://care.example/alerts?id={id}");
        }
        return new AlertLink(template);
    }

    private static boolean isUrl(String text) {
        try {
            return text.matches("https?://[^\\s/]+.*") && URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public String of(Alert alert) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", alert.id());
        values.put("brand", alert.brand());
        values.put("rule", alert.rule().word());
        values.put("cut", alert.subject().cut().word());
        values.put("subject", alert.subject().name());
        values.put("since", Instants.text(alert.since()));
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(values.get(place.group(1)))));
    }

    /** A plus would be a plus in a path, so a space is written as %20. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
