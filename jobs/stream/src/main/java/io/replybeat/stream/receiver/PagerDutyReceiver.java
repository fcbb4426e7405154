package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.document.Fields;
import io.replybeat.care.document.Instants;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells PagerDuty, by its Events API v2: a firing alert triggers an incident, its end resolves it.
 *
 * <p>Both go under the alert's id, so copies open no second incident. Acknowledging is left to people.
 */
final class PagerDutyReceiver implements Receiver {

    private static final long serialVersionUID = 1;

    /** PagerDuty's own limits, in characters. */
    private static final int LONGEST_KEY = 255;

    private static final int LONGEST_SUMMARY = 1024;

    private final URI url;
    private final String routingKey;
    private final AlertLink link;

    /** @param link may be null */
    PagerDutyReceiver(URI url, String routingKey, AlertLink link) {
        this.url = url;
        this.routingKey = routingKey;
        this.link = link;
    }

    static Optional<Receiver> of(JobOptions options) {
        return options.find(Options.ALERTS_PAGERDUTY_ROUTING_KEY)
                .map(key -> new PagerDutyReceiver(
                        options.get(Options.ALERTS_PAGERDUTY_URL), key, options.get(Options.ALERTS_LINK)));
    }

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public boolean isNews(Alert told, Alert next) {
        return News.isWorthACall(told, next);
    }

    @Override
    public String remedy() {
        return "check alerts.pagerduty.routing-key, and alerts.pagerduty.url for the region of the account";
    }

    @Override
    public HttpCall call(Telling telling) {
        Alert alert = telling.alert();
        Fields event = new Fields()
                .put("routing_key", routingKey)
                .put("event_action", alert.isFiring() ? "trigger" : "resolve")
                .put("dedup_key", dedupKey(alert.id()));
        if (alert.isFiring()) {
            event.put("payload", payload(alert, telling.texts())).put("client", "Replybeat");
            if (link != null) {
                event.put("client_url", link.of(alert))
                        .put("links", List.of(Map.of("href", link.of(alert), "text", "The alert and its messages")));
            }
        }
        return HttpCall.json(url, DocumentJson.encode(event.build()));
    }

    private static Map<String, Object> payload(Alert alert, List<MessageText> texts) {
        Map<String, Object> details = new LinkedHashMap<>(alert.fields());
        if (!texts.isEmpty()) {
            details.put("messages", texts.stream().map(MessageText::fields).toList());
        }
        return new Fields()
                .put("summary", shortened(alert.title() + ". " + alert.why(), LONGEST_SUMMARY))
                .put("source", alert.brand())
                .put("severity", alert.severity().word())
                .put("timestamp", Instants.text(alert.since()))
                .put("component", alert.subject().text())
                .put("group", alert.brand())
                .put("class", alert.rule().word())
                .put("custom_details", details)
                .build();
    }

    /** The id as it is while it fits; else its readable beginning and the SHA-256 of the whole. */
    private static String dedupKey(String id) {
        if (id.length() <= LONGEST_KEY) {
            return id;
        }
        String hash = "~" + Sha256.hex(id);
        return shortened(id, LONGEST_KEY - hash.length()) + hash;
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
