package io.replybeat.dashboard.read;

import static io.replybeat.care.metric.Counter.CONVERSATIONS_OPENED;
import static io.replybeat.care.metric.Counter.WAITS_NO_REPLY_NEEDED;
import static io.replybeat.care.metric.Counter.WAITS_RECEIVED;

import io.replybeat.care.metric.ClockKind;
import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Timing;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** The numbers over a {@link Range}: metrics of the catalogue, each with the samples it rests on. */
public enum RangeNumber implements PageNumber {
    FIRST_RESPONSE_MEDIAN("First response", "Median", "first_response.p50_seconds", Samples.FIRST_RESPONSES, 5),
    /** Of fewer than ten, the p90 is just the slowest. */
    FIRST_RESPONSE_P90("First response", "90 % within", "first_response.p90_seconds", Samples.FIRST_RESPONSES, 10),
    REPLY_RATE("Outcome", "Reply rate", "reply_rate", Samples.WAITS, 5),
    RESOLUTION_RATE("Outcome", "Resolution rate", "resolution_rate", Samples.CONVERSATIONS, 5),
    MESSAGES_IN("Messages", "In", "messages_in", Samples.ITSELF, 0),
    MESSAGES_OUT("Messages", "Out", "messages_out", Samples.ITSELF, 0);

    /** What a number rests on. */
    private enum Samples {
        FIRST_RESPONSES("responses", summary -> summary.sketch(Timing.FIRST_RESPONSE, ClockKind.CALENDAR)
                .count()),
        WAITS("waits", summary -> summary.get(WAITS_RECEIVED) - summary.get(WAITS_NO_REPLY_NEEDED)),
        CONVERSATIONS("conversations", summary -> summary.get(CONVERSATIONS_OPENED)),
        /** A count is its own sample and needs no other. */
        ITSELF("", summary -> 0);

        private final String word;
        private final ToLongFunction<Summary> count;

        Samples(String word, ToLongFunction<Summary> count) {
            this.word = word;
            this.count = count;
        }
    }

    private final String group;
    private final String title;
    private final Metric metric;
    private final Samples samples;
    private final long enough;

    RangeNumber(String group, String title, String metric, Samples samples, long enough) {
        this.group = group;
        this.title = title;
        this.metric = Metrics.named(metric);
        this.samples = samples;
        this.enough = enough;
    }

    Measured measure(Summary summary) {
        OptionalDouble value = metric.number(summary);
        return new Measured(value.isPresent() ? value.getAsDouble() : null, samples.count.applyAsLong(summary));
    }

    /** What one sample is, in the plural; empty for a count. */
    public String samples() {
        return samples.word;
    }

    /** With fewer samples the number is shown, but as one not to judge by. */
    public long enough() {
        return enough;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return metric.unit().word();
    }

    @Override
    public String definition() {
        String clock = metric.clock() == ClockKind.CALENDAR ? " Calendar time: nights and weekends count." : "";
        return (metric.question() + " " + metric.formula() + ", counted at "
                        + metric.bookedOn().words() + "." + clock + " " + metric.caveat())
                .strip();
    }
}
