package io.replybeat.sandbox.backfill;

import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.CareEventIntake;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Rejection;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Reads a file of JSON lines, plain or gzip, line by line; a line of any size or content gives one arrival. */
final class ReadLines extends RichFlatMapFunction<String, Arrival> {

    private static final long serialVersionUID = 1;

    static final String BYTES = "bytes";
    static final String EVENTS = "events";
    static final String REJECTED = "rejected";
    static final String LEFT_OUT = "left out";
    static final String FIRST = "first event";
    static final String LAST = "last event";

    private final String root;
    private final Limits limits;
    private final long asOf;
    private final LongCounter bytes = new LongCounter();
    private final LongCounter events = new LongCounter();
    private final LongCounter rejected = new LongCounter();
    private final LongCounter leftOut = new LongCounter();
    private final LongMinimum first = new LongMinimum();
    private final LongMaximum last = new LongMaximum();
    private transient CareEventIntake intake;

    /**
     * @param root files are named relative to it
     * @param asOf what happened later is counted as left out; the pipeline leaves it out
     */
    ReadLines(Path root, Limits limits, long asOf) {
        this.root = root.toString();
        this.limits = limits;
        this.asOf = asOf;
    }

    @Override
    public void open(OpenContext context) {
        intake = new CareEventIntake(limits, System::currentTimeMillis);
        getRuntimeContext().addAccumulator(BYTES, bytes);
        getRuntimeContext().addAccumulator(EVENTS, events);
        getRuntimeContext().addAccumulator(REJECTED, rejected);
        getRuntimeContext().addAccumulator(LEFT_OUT, leftOut);
        getRuntimeContext().addAccumulator(FIRST, first);
        getRuntimeContext().addAccumulator(LAST, last);
    }

    @Override
    public void flatMap(String file, Collector<Arrival> out) throws IOException {
        Path path = Path.of(file);
        String name = Path.of(root).relativize(path).toString();
        try (CountedLines lines = new CountedLines(open(path), limits.recordBytes())) {
            long number = 0;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                bytes.add(lines.lengthOfLast());
                if (!isBlank(line)) {
                    Arrival arrival = intake.fromJson(line, new Origin.File(name, number, 0));
                    count(arrival);
                    out.collect(arrival);
                }
            }
        } catch (IOException e) {
            throw new IOException(
                    path + " cannot be read: check its permissions, and that what ends in .gz is a whole gzip file", e);
        }
    }

    private void count(Arrival arrival) {
        if (arrival instanceof Rejection) {
            rejected.add(1);
            return;
        }
        long at = ((Arrival.Accepted) arrival).event().occurredAt();
        if (at > asOf) {
            leftOut.add(1);
        } else {
            events.add(1);
            first.add(at);
            last.add(at);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(raw), 1 << 16) : raw;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each > ' ' || each < 0) {
                return false;
            }
        }
        return true;
    }
}
