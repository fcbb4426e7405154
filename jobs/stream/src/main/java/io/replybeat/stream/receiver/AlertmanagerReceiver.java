package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells Prometheus' Alertmanager, by its API v2.
 *
 * <p>Alertmanager knows an alert by its labels and forgets what is not repeated: each request for a firing alert says that
 * it ends after {@value #REPEATS_MISSED} repeats, so that it ends by itself when nobody repeats it. As the severity is a
 * label, an alert that became graver is another one there, and the former ends in the same request.
 */
final class AlertmanagerReceiver implements Receiver {

    private static final long serialVersionUID = 1;
    private static final int REPEATS_MISSED = 5;
    private static final int IDS_SHOWN = 5;

    private final URI url;
    private final Duration repeat;
    private final String authorization;
    private final AlertLink link;

    /** @param authorization the header of that name; null without. {@code link} may be null, too */
    AlertmanagerReceiver(URI url, Duration repeat, String authorization, AlertLink link) {
        String base = url.toString();
        this.url = URI.create((base.endsWith("/") ? base : base + "/") + "api/v2/alerts");
        this.repeat = repeat;
        this.authorization = authorization;
        this.link = link;
    }

    static Optional<Receiver> of(JobOptions options) {
        return options.find(Options.ALERTS_ALERTMANAGER_URL)
                .map(url -> new AlertmanagerReceiver(
                        url,
                        options.get(Options.ALERTS_ALERTMANAGER_REPEAT),
                        authorization(options),
                        options.get(Options.ALERTS_LINK)));
    }

    private static String authorization(JobOptions options) {
        if (options.isSet(Options.ALERTS_ALERTMANAGER_TOKEN)) {
            return "Bearer " + options.get(Options.ALERTS_ALERTMANAGER_TOKEN);
        }
        if (!options.isSet(Options.ALERTS_ALERTMANAGER_USERNAME)) {
            return null;
        }
        String pair = options.get(Options.ALERTS_ALERTMANAGER_USERNAME) + ":"
                + options.get(Options.ALERTS_ALERTMANAGER_PASSWORD);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public Optional<Duration> repeat() {
        return Optional.of(repeat);
    }

    @Override
    public String remedy() {
        return "check alerts.alertmanager.url, and who may write there";
    }

    @Override
    public HttpCall call(Telling telling) {
        Alert alert = telling.alert();
        Alert told = telling.told();
        List<Map<String, Object>> alerts = new ArrayList<>();
        alerts.add(posted(alert, alert.isFiring() ? stillFires(telling.now()) : end(alert, telling.now()), telling));
        if (told != null && told.severity() != alert.severity()) {
            alerts.add(posted(told, end(alert, telling.now()), telling));
        }
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", HttpCall.JSON));
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return new HttpCall(url, headers, DocumentJson.encodeList(alerts));
    }

    private long stillFires(long now) {
        return now + REPEATS_MISSED * repeat.toMillis();
    }

    /** Never ahead of Alertmanager's clock, where the alert would fire on, nor before its start, which is refused. */
    private static long end(Alert alert, long now) {
        long end = alert.isFiring() ? alert.updatedAt() : alert.resolvedAt();
        return Math.max(alert.since(), Math.min(end, now));
    }

    private Map<String, Object> posted(Alert alert, long endsAt, Telling telling) {
        return new Fields()
                .put("labels", labels(alert))
                .put("annotations", annotations(alert, telling.texts()))
                .putInstant("startsAt", alert.since())
                .putInstant("endsAt", endsAt)
                .put("generatorURL", link == null ? null : link.of(alert))
                .build();
    }

    private static Map<String, Object> labels(Alert alert) {
        return new Fields()
                .put("alertname", alert.rule().word())
                .put("brand", alert.brand())
                .put("cut", alert.subject().cut().word())
                .put("subject", alert.subject().name())
                .put("severity", alert.severity().word())
                .put("alert_id", alert.id())
                .build();
    }

    /** Texts all of them; an empty one Alertmanager leaves out itself. */
    private static Map<String, Object> annotations(Alert alert, List<MessageText> texts) {
        return new Fields()
                .put("summary", alert.title())
                .put("why", alert.why())
                .put("measure", alert.measure().name())
                .put("value", Wording.number(alert.measure().value()))
                .put("expected", Wording.usual(alert.measure()))
                .put("causes", String.join("; ", Wording.causes(alert)))
                .put("joined", Wording.joined(alert))
                .put("message_ids", few(alert.evidence().messageIds()))
                .put("conversation_ids", few(alert.evidence().conversationIds()))
                .put("messages", texts.stream().map(MessageText::text).collect(Collectors.joining("\n")))
                .build();
    }

    private static String few(List<String> ids) {
        return ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(" "));
    }
}
