package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells any receiver, in CloudEvents 1.0 (structured JSON), every moment of every alert.
 *
 * <p>With a secret each request is signed: {@code Replybeat-Signature: t=SECONDS,v1=HEX}, the HMAC-SHA256 of the seconds, a
 * dot and the body. The seconds are those of sending, so a receiver can turn down what is older than it likes.
 */
final class WebhookReceiver implements Receiver {

    static final String SIGNATURE = "Replybeat-Signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final long serialVersionUID = 1;

    private final URI url;
    private final String secret;
    private final AlertLink link;

    /** @param secret null for requests without a signature. {@code link} may be null, too */
    WebhookReceiver(URI url, String secret, AlertLink link) {
        this.url = url;
        this.secret = secret;
        this.link = link;
    }

    static Optional<Receiver> of(JobOptions options) {
        return options.find(Options.ALERTS_WEBHOOK_URL)
                .map(url -> new WebhookReceiver(
                        url, options.get(Options.ALERTS_WEBHOOK_SECRET), options.get(Options.ALERTS_LINK)));
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String remedy() {
        return "check alerts.webhook.url, and what the receiver says";
    }

    @Override
    public HttpCall call(Telling telling) {
        byte[] body = DocumentJson.encode(event(telling.alert(), telling.texts()));
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/cloudevents+json");
        headers.put(IDEMPOTENCY_KEY, ascii(telling.alert().idempotencyKey()));
        if (secret != null) {
            headers.put(SIGNATURE, signature(telling.now() / 1_000, body));
        }
        return new HttpCall(url, headers, body);
    }

    private String signature(long seconds, byte[] body) {
        return "t=" + seconds + ",v1=" + Sha256.keyedHex(secret, seconds + ".", body);
    }

    private Map<String, Object> event(Alert alert, List<MessageText> texts) {
        Map<String, Object> data = new LinkedHashMap<>(alert.fields());
        if (link != null) {
            data.put("link", link.of(alert));
        }
        if (!texts.isEmpty()) {
            data.put("messages", texts.stream().map(MessageText::fields).toList());
        }
        return new Fields()
                .put("specversion", "1.0")
                .put("id", alert.idempotencyKey())
                .put("source", "/replybeat/" + escaped(alert.brand()))
                .put("type", "io.replybeat.alert." + alert.change().word())
                .put("subject", alert.id())
                .putInstant("time", alert.updatedAt())
                .put("datacontenttype", HttpCall.JSON)
                .put("data", data)
                .build();
    }

    /** A plus would be a plus in a path, so a space is written as %20. */
    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A header holds no other characters: each byte of theirs in UTF-8 as a percent sign and two digits. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > ' ' && each < 0x7F) {
                plain.append((char) each);
            } else {
                plain.append("%%%02X".formatted(each));
            }
        }
        return plain.toString();
    }
}
