package io.replybeat.stream.pipeline;

import static io.replybeat.stream.pipeline.OperatorIds.name;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.stream.clock.ConversationClockOperator;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.document.WritePace;
import io.replybeat.stream.intake.AcceptedCodec;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.RejectedDocument;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.window.WindowOperator;
import java.time.Instant;
import java.util.EnumSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * How do care events become numbers?
 *
 * <pre>
 *   arrivals ─▶ sort ─▶ enrich ─▶ events ─▶ one clock a conversation ─▶ changed minutes ─▶ windows ─▶ window documents
 *                │        │                   │  key brand|conversation     key brand|cut|value
 *                │        ├▶ messages         ├▶ facts, conversations
 *                │        ╰▶ alerts           ╰▶ late
 *                ╰▶ rejected
 *                     ├▶ documents
 *                     ╰▶ dead letters
 * </pre>
 *
 * What becomes of alerts stands in {@link AlertPipeline}. The same wiring serves the live job, the backfill and the tests; they differ in where arrivals come from and where
 * documents go.
 */
public final class CarePipeline {

    private CarePipeline() {}

    public static void wire(DataStream<Arrival> arrivals, Outputs to, JobOptions options) {
        SingleOutputStreamOperator<Event> events = read(arrivals, to, options);

        // events ─▶ messages
        to.documents(events.getSideOutput(EnrichMessages.MESSAGES), OperatorIds.MESSAGE_SINK);

        // events ─▶ alerts
        if (options.get(Options.ALERTS_ENABLED)) {
            AlertPipeline.wire(events, to, options);
        }

        // events ─▶ facts, conversations, late; changed minutes
        SingleOutputStreamOperator<SeriesChange> minutes = name(
                events.keyBy(ConversationKey::idOf, Types.STRING)
                        .transform(
                                OperatorIds.CONVERSATION_CLOCK.label(),
                                CodecType.of(SeriesChange.class, SeriesChange.SeriesChangeCodec.CODEC),
                                new ConversationClockOperator(clockSettings(options))),
                OperatorIds.CONVERSATION_CLOCK);
        to.documents(minutes.getSideOutput(ConversationClockOperator.DOCUMENTS), OperatorIds.CONVERSATION_SINK);

        // changed minutes ─▶ windows
        SingleOutputStreamOperator<Document> windows = name(
                minutes.keyBy(SeriesChange::series, Types.STRING)
                        .transform(
                                OperatorIds.WINDOWS.label(),
                                DocumentType.INSTANCE,
                                new WindowOperator(windowSettings(options))),
                OperatorIds.WINDOWS);
        to.documents(windows, OperatorIds.WINDOW_SINK);
    }

    /** Only the alerts of a history: what would have been told? */
    public static void wireAlerts(DataStream<Arrival> arrivals, Outputs to, JobOptions options) {
        AlertPipeline.wire(read(arrivals, to, options), to, options);
    }

    /** The words of customers go no further than here. */
    private static SingleOutputStreamOperator<Event> read(
            DataStream<Arrival> arrivals, Outputs to, JobOptions options) {
        // arrivals ─▶ accepted, rejected
        EnrichmentSettings enrichment = EnrichmentSettings.of(options);
        SingleOutputStreamOperator<Arrival.Accepted> accepted = name(
                arrivals.process(
                        new SortArrivals(asOf(options)), CodecType.of(Arrival.Accepted.class, AcceptedCodec.CODEC)),
                OperatorIds.SORT_ARRIVALS);
        rejected(
                accepted.getSideOutput(SortArrivals.REJECTED),
                enrichment.privacy().showsOriginals(),
                to);

        // accepted ─▶ events
        return name(
                accepted.process(new EnrichMessages(enrichment), CodecType.of(Event.class, EventCodec.CODEC)),
                OperatorIds.ENRICH_MESSAGES);
    }

    private static void rejected(DataStream<Rejection> rejected, boolean showOriginals, Outputs to) {
        to.deadLetters(rejected);
        to.documents(
                name(
                        rejected.map(each -> describe(each, showOriginals), DocumentType.INSTANCE),
                        OperatorIds.REJECTED_DOCUMENTS),
                OperatorIds.REJECTED_SINK);
    }

    private static Document describe(Rejection rejection, boolean showOriginal) {
        RejectedDocument document = new RejectedDocument(rejection, showOriginal);
        return new Document(Kind.REJECTED, document.id(), document.at(), document);
    }

    static Remembrance remembrance(JobOptions options) {
        return new Remembrance(
                options.get(Options.CONVERSATION_RETENTION).toMillis(),
                options.get(Options.CONVERSATION_MEMORY).toMillis());
    }

    private static ConversationClockOperator.Settings clockSettings(JobOptions options) {
        return new ConversationClockOperator.Settings(
                options.brands(),
                remembrance(options),
                options.get(Options.INTAKE_MAX_AHEAD),
                EnumSet.copyOf(options.get(Options.WINDOWS_CUTS)),
                new WritePace(options.get(Options.OUTPUT_FLUSH_INTERVAL)),
                options.get(Options.OUTPUT_FLUSH_MAX_EVENTS),
                rules(options));
    }

    /** All that decides what the sums in state are sums of. */
    private static String rules(JobOptions options) {
        return "brands %s, %s %s, %s %s, %s %s"
                .formatted(
                        options.brands().fingerprint(),
                        Options.WINDOWS_SIZES.key(),
                        options.get(Options.WINDOWS_SIZES),
                        Options.WINDOWS_CUTS.key(),
                        options.get(Options.WINDOWS_CUTS),
                        Options.CONVERSATION_MEMORY.key(),
                        options.get(Options.CONVERSATION_MEMORY));
    }

    private static WindowOperator.Settings windowSettings(JobOptions options) {
        return new WindowOperator.Settings(
                options.brands(),
                options.get(Options.WINDOWS_SIZES).stream()
                        .map(size -> new WindowSize(size.toMillis()))
                        .toList(),
                options.get(Options.WINDOWS_RETENTION),
                new WritePace(options.get(Options.OUTPUT_FLUSH_INTERVAL)));
    }

    private static long asOf(JobOptions options) {
        return options.find(Options.AS_OF).map(Instant::toEpochMilli).orElse(Fields.NONE);
    }
}
