package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.elastic.Undeliverable;
import io.replybeat.stream.manual.ManualMailbox;
import io.replybeat.stream.manual.ManualTime;
import io.replybeat.stream.manual.RecordingMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A writer with everything around it in the test's hands; requests arrive and are answered when the test says so. */
final class ReceiverBench {

    static final long MINUTE = 60_000;
    static final Patience PATIENCE = new Patience(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** What is told is the moment's revision behind its topic: {@code billing#1}. */
    record Plain(boolean repeats, boolean wantsNews) implements Receiver {

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public HttpCall call(Telling telling) {
            Alert alert = telling.alert();
            if (alert.why().isEmpty()) {
                throw new IllegalArgumentException("nothing to say");
            }
            String text = alert.subject().name() + "#" + alert.revision();
            String quoted = telling.texts().isEmpty() ? "" : " " + telling.texts();
            return new HttpCall(URI.create("http://plain"), Map.of(), (text + quoted).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isNews(Alert told, Alert next) {
            return !wantsNews || News.isWorthACall(told, next);
        }

        @Override
        public Optional<Duration> repeat() {
            return repeats ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
        }

        @Override
        public String remedy() {
            return "check the test";
        }
    }

    /** One request on its way. */
    final class Request {
        final String text;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        private Request(String text) {
            this.text = text;
        }

        void isAnswered(int status) throws Exception {
            isAnswered(new Answer(status, null, ""));
        }

        void isAnswered(Answer with) throws Exception {
            underWay.remove(this);
            if (with.verdict() == Answer.Verdict.TOLD) {
                heard.add(text);
            }
            answer.complete(with);
            mailbox.runAll();
        }

        void fails(IOException error) throws Exception {
            underWay.remove(this);
            answer.completeExceptionally(error);
            mailbox.runAll();
        }

        /** The receiver has heard it, but nobody learns of that. */
        void arrivesAndTheAnswerIsLost() throws Exception {
            heard.add(text);
            fails(new IOException("connection reset"));
        }
    }

    final ManualTime time;
    final ManualMailbox mailbox = new ManualMailbox();
    final RecordingMetrics metrics = new RecordingMetrics();
    final List<Request> underWay = new ArrayList<>();
    final List<String> heard;
    final List<Undeliverable> deadLetters = new ArrayList<>();
    CompletableFuture<Void> deadLetterWritten = CompletableFuture.completedFuture(null);
    MessageTexts texts = MessageTexts.NONE;
    int sent;
    final ReceiverWriter writer;

    ReceiverBench(Receiver receiver, long now, List<String> heard, List<CorrespondenceState> restored) {
        this(receiver, now, heard, restored, null);
    }

    /** @param transport null for requests in the test's hands */
    ReceiverBench(
            Receiver receiver,
            long now,
            List<String> heard,
            List<CorrespondenceState> restored,
            Delivery.Transport transport) {
        this.time = new ManualTime(now);
        this.heard = heard;
        this.writer = new ReceiverWriter(
                receiver,
                PATIENCE,
                new Delivery.Surroundings(
                        transport == null ? this::post : transport,
                        alert -> texts.of(alert),
                        letter -> {
                            deadLetters.add(letter);
                            return deadLetterWritten;
                        },
                        mailbox,
                        time,
                        metrics,
                        new SplittableRandom(7)),
                restored);
    }

    /** Four minutes past ten. */
    static ReceiverBench with(Receiver receiver) {
        return new ReceiverBench(receiver, AlertExamples.TEN_O_CLOCK + 4 * MINUTE, new ArrayList<>(), List.of());
    }

    static ReceiverBench fresh() {
        return with(new Plain(false, false));
    }

    private CompletableFuture<Answer> post(HttpCall call) {
        Request request = new Request(new String(call.body(), StandardCharsets.UTF_8));
        sent++;
        underWay.add(request);
        return request.answer;
    }

    void write(Alert... alerts) throws Exception {
        for (Alert alert : alerts) {
            writer.write(alert, null);
        }
        mailbox.runAll();
    }

    Request only() {
        if (underWay.size() != 1) {
            throw new AssertionError(underWay.size() + " requests are under way, not one");
        }
        return underWay.get(0);
    }

    /** Everything under way, and what follows it, is taken. */
    void takesAll() throws Exception {
        while (!underWay.isEmpty()) {
            underWay.get(0).isAnswered(202);
        }
    }

    /** Time goes on; whatever is told meanwhile fails. */
    void isAwayFor(long millis) throws Exception {
        long until = time.getCurrentProcessingTime() + millis;
        do {
            while (!underWay.isEmpty()) {
                underWay.get(0).fails(new IOException("connection refused"));
            }
            time.advance(1_000);
            mailbox.runAll();
        } while (time.getCurrentProcessingTime() < until);
    }

    /** What a restored writer would find. */
    List<CorrespondenceState> checkpoint() throws Exception {
        CorrespondenceState.Serializer serializer = new CorrespondenceState.Serializer();
        List<CorrespondenceState> restored = new ArrayList<>();
        for (CorrespondenceState state : writer.snapshotState(1)) {
            restored.add(serializer.deserialize(serializer.getVersion(), serializer.serialize(state)));
        }
        return restored;
    }

    /** This writer is gone, its requests unanswered; another goes on from the checkpoint, told the same things. */
    ReceiverBench restarted(Receiver receiver, List<CorrespondenceState> checkpoint) {
        return new ReceiverBench(receiver, time.getCurrentProcessingTime(), heard, checkpoint);
    }
}
