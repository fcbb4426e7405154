package io.replybeat.care.alert;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.document.Fields;
import io.replybeat.care.document.Instants;
import io.replybeat.care.metric.Cut;
import java.util.List;
import java.util.Map;

/**
 * What should somebody look at, since when, why, and is it over (DEFINITIONS §6)?
 *
 * <p>One value is one moment of an alert's life; all moments of one life share the {@link #id()}. Instants are milliseconds of
 * event time, so that the same history gives the same alerts wherever it is replayed.
 *
 * @param since when it began, the start of the id; {@code firedAt} is when it was known
 * @param resolvedAt {@link Fields#NONE} while it fires
 * @param revision counts the moments of this life from 1
 * @param muted whether people asked not to be called now; it is kept all the same
 * @param why in a sentence or two, for people; holds numbers and names, never a customer's words
 */
public record Alert(
        Rule rule,
        String brand,
        Subject subject,
        long since,
        long firedAt,
        long updatedAt,
        long resolvedAt,
        Change change,
        int revision,
        Severity severity,
        boolean muted,
        Measure measure,
        String why,
        Evidence evidence)
        implements Body {

    /** Rule, brand, subject and start, readable. */
    public String id() {
        return DocumentId.of(rule.word(), brand, subject.cut().word(), subject.name(), Instants.text(since));
    }

    /** Equal for the same moment told twice, different for any two moments: what receivers tell copies by. */
    public String idempotencyKey() {
        return id() + "#" + revision;
    }

    public boolean isFiring() {
        return change != Change.RESOLVED;
    }

    /** The same moment, kept for the record or told. */
    public Alert muted(boolean isMuted) {
        return new Alert(
                rule,
                brand,
                subject,
                since,
                firedAt,
                updatedAt,
                resolvedAt,
                change,
                revision,
                severity,
                isMuted,
                measure,
                why,
                evidence);
    }

    /** For people: what is the matter, with whom. */
    public String title() {
        return subject.cut() == Cut.BRAND
                ? "%s: %s".formatted(brand, rule.headline())
                : "%s, %s: %s".formatted(brand, subject.inWords(), rule.headline());
    }

    @Override
    public Map<String, Object> fields() {
        return new Fields()
                .put("id", id())
                .put("rule", rule.word())
                .put("brand", brand)
                .put("cut", subject.cut().word())
                .put("subject", subject.name())
                .put("state", change.state())
                .put("severity", severity.word())
                .put("muted", muted)
                .put("revision", revision)
                .putInstant("since", since)
                .putInstant("fired_at", firedAt)
                .putInstant("updated_at", updatedAt)
                .putInstant("resolved_at", resolvedAt)
                .put("title", title())
                .put("why", why)
                .put("measure", measure.name())
                .put("value", measure.value())
                .put("expected", known(measure.expected()))
                .put("low", known(measure.low()))
                .put("high", known(measure.high()))
                .put("threshold", known(measure.threshold()))
                .put("evidence", evidenceFields())
                .build();
    }

    private Map<String, Object> evidenceFields() {
        return new Fields()
                .put("message_ids", orNull(evidence.messageIds()))
                .put("conversation_ids", orNull(evidence.conversationIds()))
                .put("topics", orNull(causing(Cut.TOPIC)))
                .put("networks", orNull(causing(Cut.NETWORK)))
                .put(
                        "joined",
                        orNull(evidence.joined().stream().map(Subject::text).toList()))
                .put(
                        "causes",
                        orNull(evidence.causes().stream()
                                .map(Alert::causeFields)
                                .toList()))
                .build();
    }

    private List<String> causing(Cut cut) {
        return evidence.causes().stream()
                .map(Cause::subject)
                .filter(subject -> subject.cut() == cut)
                .map(Subject::name)
                .toList();
    }

    private static Map<String, Object> causeFields(Cause cause) {
        return new Fields()
                .put("cut", cause.subject().cut().word())
                .put("subject", cause.subject().name())
                .put("value", known(cause.value()))
                .put("expected", known(cause.expected()))
                .put("share", known(cause.share()))
                .build();
    }

    private static Double known(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    private static List<?> orNull(List<?> list) {
        return list.isEmpty() ? null : list;
    }
}
