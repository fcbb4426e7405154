package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a channel through an incoming webhook of Slack, or of Mattermost and others that take the same.
 *
 * <p>A line of text and an attachment, which all of them show, its bar coloured by severity. Nothing in it is read as
 * markup and nobody is called by name, whatever a brand or a customer is named or writes.
 */
final class SlackReceiver implements Receiver {

    private static final long serialVersionUID = 1;

    private static final String RED = "#d32f2f";
    private static final String AMBER = "#f9a825";
    private static final String GREEN = "#2e7d32";

    private final URI url;
    private final AlertLink link;

    /** @param link may be null */
    SlackReceiver(URI url, AlertLink link) {
        this.url = url;
        this.link = link;
    }

    static Optional<Receiver> of(JobOptions options) {
        return options.find(Options.ALERTS_SLACK_URL)
                .map(url -> new SlackReceiver(url, options.get(Options.ALERTS_LINK)));
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean isNews(Alert told, Alert next) {
        return News.isWorthACall(told, next);
    }

    @Override
    public String remedy() {
        return "check alerts.slack.url: the webhook may have been taken back, or its channel closed";
    }

    @Override
    public HttpCall call(Telling telling) {
        Alert alert = telling.alert();
        String headline = escaped(headline(alert));
        Map<String, Object> attachment = new Fields()
                .put("color", color(alert))
                .put("fallback", headline)
                .put("title", escaped(alert.title()))
                .put("title_link", link == null ? null : link.of(alert))
                .put("text", escaped(alert.why()))
                .put("fields", fields(alert, telling.texts()))
                .put("mrkdwn_in", List.of())
                .put("footer", escaped(alert.id()))
                .put("ts", alert.since() / 1_000)
                .build();
        return HttpCall.json(
                url,
                DocumentJson.encode(new Fields()
                        .put("text", headline)
                        .put("mrkdwn", false)
                        .put("attachments", List.of(attachment))
                        .build()));
    }

    private static String headline(Alert alert) {
        return switch (alert.change()) {
            case FIRED -> (alert.severity() == Severity.CRITICAL ? "Critical: " : "Warning: ") + alert.title();
            case UPDATED -> "Still firing, now " + alert.severity().word() + ": " + alert.title();
            case RESOLVED -> "Resolved: " + alert.title();
        };
    }

    private static String color(Alert alert) {
        if (alert.change() == Change.RESOLVED) {
            return GREEN;
        }
        return alert.severity() == Severity.CRITICAL ? RED : AMBER;
    }

    private static List<Map<String, Object>> fields(Alert alert, List<MessageText> texts) {
        List<Map<String, Object>> fields = new ArrayList<>();
        add("Measured", Wording.measured(alert), true, fields);
        add("Usual", Wording.usual(alert.measure()), true, fields);
        add("Where it comes from", String.join("\n", Wording.causes(alert)), false, fields);
        add("Also unusual", Wording.joined(alert), false, fields);
        add(
                "What customers wrote",
                texts.stream().map(text -> "“" + text.text() + "”").collect(Collectors.joining("\n")),
                false,
                fields);
        return fields;
    }

    private static void add(String title, String value, boolean isShort, List<Map<String, Object>> fields) {
        if (!value.isEmpty()) {
            fields.add(new Fields()
                    .put("title", title)
                    .put("value", escaped(value))
                    .put("short", isShort)
                    .build());
        }
    }

    /** Slack's three characters; and behind an at sign an empty space, so that {@code @channel} calls no channel. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@\u200b");
    }
}
