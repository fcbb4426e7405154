package io.replybeat.stream.setup;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutDocument;
import io.replybeat.care.callout.LifeMemory;
import io.replybeat.care.callout.Sign;
import io.replybeat.care.callout.Step;
import io.replybeat.care.callout.SurgeLife;
import io.replybeat.care.clock.CareClocks;
import io.replybeat.care.clock.Conversation;
import io.replybeat.care.clock.EarlierStretches;
import io.replybeat.care.clock.Stretch;
import io.replybeat.care.clock.Timeline;
import io.replybeat.care.document.Body;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.RandomEvents;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.message.MessageDocument;
import io.replybeat.care.message.Privacy;
import io.replybeat.care.message.Said;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.Timing;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.RejectedDocument;
import io.replybeat.stream.intake.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as the program itself makes them, each field of each kind filled in at least one of them. */
public final class SampleDocuments {

    private static final long DAY = 86_400_000L;
    private static final long MARCH = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final int CONVERSATIONS = 40;
    private static final int EVENTS_EACH = 25;

    private static final Brands BRANDS = Brands.parse(
            """
            brands:
              acme:
                policies: {first_response_anchor: last_handoff_or_reopen}
                sla:
                  - {tier: 3, clock: business, first_response: 15m, next_reply: 30m, resolution: 8h}
                  - {clock: calendar, first_response: 1h, next_reply: 4h, resolution: 24h}
            """);

    private SampleDocuments() {}

    public static List<Document> all() {
        List<Document> documents = new ArrayList<>();
        CareClocks clocks = new CareClocks(BRANDS, new Conversation.Remembrance(7 * DAY, 90 * DAY));
        for (int i = 0; i < CONVERSATIONS; i++) {
            tell(clocks, i, documents);
        }
        documents.addAll(messages());
        documents.addAll(callouts());
        documents.add(window());
        documents.add(alert());
        documents.add(rejected(new Origin.Kafka("replybeat.care-events.v1", 3, 77, MARCH)));
        documents.add(rejected(new Origin.File("events.jsonl", 12, MARCH)));
        return documents;
    }

    /** One random conversation: its facts as they came, and how it stands at its end. */
    private static void tell(CareClocks clocks, int number, List<Document> documents) {
        Timeline timeline = new Timeline();
        Conversation conversation = null;
        Map<String, Document> facts = new LinkedHashMap<>();
        for (Event event : new RandomEvents(number).next(EVENTS_EACH)) {
            Event ours = ours(event, number);
            conversation = clocks.conversation(new ConversationKey(ours.brand(), ours.conversationId()));
            timeline.accept(ours, conversation, NONE_EARLIER, Long.MIN_VALUE, (before, after) -> {
                if (after instanceof Fact fact) {
                    facts.put(fact.documentId(), new Document(Kind.FACTS, fact.documentId(), MARCH, fact));
                }
            });
        }
        documents.addAll(facts.values());
        Body body = timeline.document(conversation);
        documents.add(new Document(Kind.CONVERSATIONS, conversation.key().id(), timeline.startedAt(), body));
    }

    /** The same event in our brand's conversation, its tags telling a topic. */
    private static Event ours(Event event, int conversation) {
        Payload payload = event.payload() instanceof Payload.Tagging tagging
                ? new Payload.Tagging(List.of("topic:delivery"), List.of(), tagging.tier(), tagging.priority())
                : event.payload();
        return new Event(
                event.eventId(),
                event.revision(),
                "acme",
                "c" + conversation,
                "x",
                event.occurredAt(),
                event.ingestedAt(),
                event.sequence(),
                payload);
    }

    /** Of random events of which everything is known that a network can tell. */
    private static List<Document> messages() {
        Said said = new Said(
                "Wo bleibt mein Paket?", "e0", new Said.Profile("@mia", 12_000L, 30L, true, true, true, MARCH));
        List<Document> documents = new ArrayList<>();
        for (Event event : RandomEvents.understood(1).next(100)) {
            if (event.payload() instanceof Payload.Message) {
                MessageDocument message = new MessageDocument(event, event, said, Privacy.NONE);
                documents.add(new Document(Kind.MESSAGES, message.id(), MARCH, message));
            }
        }
        return documents;
    }

    /** A surge of three authors of which a bot answers one and an agent all. */
    private static List<Document> callouts() {
        SurgeLife life = new SurgeLife(Brands.none());
        LifeMemory memory = life.start();
        List<Sign> posts = List.of(post("a", 0), post("b", 1), post("c", 2));
        List<Step> steps = new ArrayList<>();
        posts.forEach(post -> steps.add(Step.of(post)));
        steps.add(Step.story(posts));
        steps.add(Step.of(callout(Sign.Kind.BOT_ANSWER, "a", 3)));
        List.of("a", "b", "c").forEach(to -> steps.add(Step.of(callout(Sign.Kind.ANSWER, to, 4))));
        List<Document> documents = new ArrayList<>();
        for (Step step : steps) {
            life.see(memory, step, moment -> {
                CalloutDocument body = new CalloutDocument(moment, Privacy.NONE);
                Map<String, Object> fields = body.fields();
                documents.add(new Document(Kind.CALLOUTS, body.id(), body.at(), () -> fields));
            });
        }
        return documents;
    }

    private static Sign post(String author, int minute) {
        return callout(Sign.Kind.POST, author, minute);
    }

    private static Sign callout(Sign.Kind kind, String author, int minute) {
        long at = MARCH + minute * 60_000L;
        return new Sign(
                kind,
                "acme",
                "c-" + author,
                "x",
                kind + author,
                at,
                0,
                at,
                author,
                Payload.AuthorWeight.INFLUENCER,
                20_000,
                List.of("billing"),
                author.hashCode(),
                0,
                0,
                null,
                null);
    }

    private static Document window() {
        Summary summary = new Summary();
        for (Counter counter : Counter.values()) {
            summary.count(counter, counter == Counter.WAITS_RECEIVED ? 12 : 3);
        }
        for (Timing timing : Timing.values()) {
            for (long seconds : new long[] {30, 200, 600, 1_200, 3_000, 5_000, 10_000, 20_000, 50_000, 100_000}) {
                summary.time(timing, new Durations(seconds, seconds, seconds, false), 1);
            }
            summary.time(timing, new Durations(300_000, 300_000, 300_000, false), 1);
            summary.time(timing, new Durations(1_000_000, 1_000_000, 1_000_000, false), 1);
        }
        summary.customer(4711, 1);
        for (Tally tally : Tally.values()) {
            summary.tally(tally, "billing", 3);
        }
        WindowDocument window = new WindowDocument(
                new Series("acme", Cut.NETWORK, "x"), WindowSize.HOUR, MARCH, MARCH + 3_600_000, summary);
        return new Document(Kind.WINDOWS, window.id(), MARCH, window);
    }

    /** Over, so that it has an end; of a topic, with a network among the causes. */
    private static Document alert() {
        Alert alert = new Alert(
                Rule.VOLUME_SPIKE,
                "acme",
                new Subject(Cut.TOPIC, "billing"),
                MARCH,
                MARCH + 300_000,
                MARCH + 900_000,
                MARCH + 900_000,
                Change.RESOLVED,
                3,
                Severity.CRITICAL,
                false,
                new Measure("messages", 84, 21, 9, 36, 40),
                "84 messages in 5 minutes where 9 to 36 are usual.",
                new Evidence(
                        List.of("e1", "e2"),
                        List.of("c1"),
                        List.of(
                                new Cause(new Subject(Cut.TOPIC, "billing"), 80, 20, 0.95),
                                new Cause(new Subject(Cut.NETWORK, "x"), 70, 15, 0.87)),
                        List.of(new Subject(Cut.NETWORK, "x"))));
        return new Document(Kind.ALERTS, alert.id(), alert.since(), alert);
    }

    private static Document rejected(Origin origin) {
        RejectedDocument body = new RejectedDocument(
                new Rejection(Reason.values()[0], "author.kind", "not known", origin, new byte[] {1, 2, 3}), true);
        return new Document(Kind.REJECTED, body.id(), body.at(), body);
    }

    private static final EarlierStretches NONE_EARLIER = new EarlierStretches() {
        @Override
        public Stretch get(int number) {
            throw new UnsupportedOperationException("conversations this short have one stretch");
        }

        @Override
        public void put(int number, Stretch stretch) {
            throw new UnsupportedOperationException("conversations this short have one stretch");
        }

        @Override
        public void remove(int number) {}

        @Override
        public Integer find(String eventId) {
            return null;
        }

        @Override
        public void enter(String eventId, int number) {}

        @Override
        public void forget(String eventId) {}
    };
}
