package io.replybeat.stream.window;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.document.WritePace;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * What do the numbers of each window come to, while it is open and whenever a late event corrects it?
 *
 * <p>A changed minute changes its window of every size; all changes since the last flush (about a second ago, or before
 * the checkpoint barrier, or at the end of the input) are added up first, so a window is written once a flush. A window
 * of which nothing is left is withdrawn. State is kept for the retention after a window's end and cleared by a timer in
 * event time; what comes later still is counted and told as late.
 */
public final class WindowOperator extends AbstractStreamOperator<Document>
        implements OneInputStreamOperator<SeriesChange, Document>, Triggerable<String, Window>, BoundedOneInput {

    private static final long serialVersionUID = 1;

    /** What the operator is told once. */
    public record Settings(Brands brands, List<WindowSize> sizes, Duration retention, WritePace pace)
            implements Serializable {}

    private final Settings settings;

    private transient WindowStates states;
    private transient Map<String, SeriesChange> bundle;
    private transient long flushedAt;
    private transient InternalTimerService<Window> timers;
    private transient Counter late;

    public WindowOperator(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        states = new WindowStates(context.getKeyedStateStore());
    }

    @Override
    public void open() throws Exception {
        super.open();
        bundle = new LinkedHashMap<>();
        timers = getInternalTimerService("retention", Window.TYPE.createSerializer(new SerializerConfigImpl()), this);
        late = getMetricGroup().counter("lateWindowChanges");
        flushLater();
    }

    @Override
    public void processElement(StreamRecord<SeriesChange> record) {
        SeriesChange change = record.getValue();
        SeriesChange known = bundle.putIfAbsent(change.series(), change);
        if (known != null) {
            known.take(change);
        }
    }

    /** At the end of a bounded input the watermark jumps to the end of time; that is no reason to forget a window. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
        } else {
            super.processWatermark(mark);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, Window> timer) throws Exception {
        states.clear(timer.getNamespace());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, Window> timer) {
        throw new IllegalStateException("windows are cleared in event time only");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
    }

    @Override
    public void endInput() throws Exception {
        flush();
    }

    private void flushLater() {
        ProcessingTimeService time = getProcessingTimeService();
        long next = time.getCurrentProcessingTime() + settings.pace().interval().toMillis();
        time.registerTimer(next, scheduled -> {
            long clock = time.getCurrentProcessingTime();
            if (settings.pace().isDue(clock, timers.currentWatermark(), flushedAt)) {
                flushedAt = clock;
                flush();
            }
            flushLater();
        });
    }

    private void flush() throws Exception {
        for (SeriesChange changed : bundle.values()) {
            setCurrentKey(changed.series());
            flush(Series.parse(changed.series()), changed.minutes());
        }
        bundle.clear();
    }

    private void flush(Series series, Map<Long, Summary> minutes) throws Exception {
        ZoneId zone = settings.brands().of(series.brand()).zone();
        List<Map<Long, Summary>> bySize = new ArrayList<>();
        Map<Long, Summary> narrower = minutes;
        for (WindowSize size : settings.sizes()) {
            narrower = widen(narrower, size, zone);
            bySize.add(narrower);
        }
        for (int i = 0; i < bySize.size(); i++) {
            WindowSize size = settings.sizes().get(i);
            for (Map.Entry<Long, Summary> window : bySize.get(i).entrySet()) {
                long start = window.getKey();
                correct(series, size, start, size.endOf(start, zone), window.getValue());
            }
        }
    }

    /** A day is the sum of its hours, an hour of its minutes, and minutes are what comes in. */
    private static Map<Long, Summary> widen(Map<Long, Summary> narrower, WindowSize size, ZoneId zone) {
        if (size.equals(WindowSize.MINUTE)) {
            return narrower;
        }
        Map<Long, Summary> wider = new HashMap<>();
        narrower.forEach((start, change) -> wider.computeIfAbsent(size.startOf(start, zone), first -> new Summary())
                .add(change));
        return wider;
    }

    private void correct(Series series, WindowSize size, long start, long end, Summary change) throws Exception {
        long gone = end + settings.retention().toMillis();
        if (gone <= timers.currentWatermark()) {
            if (change.isEmpty()) {
                return;
            }
            late.inc();
            output.collect(new StreamRecord<>(tooLate(new WindowDocument(series, size, start, end, change))));
            return;
        }
        Window window = new Window(size.millis(), start);
        Summary sum = states.find(window);
        if (sum == null) {
            sum = new Summary();
            timers.registerEventTimeTimer(window, gone);
        }
        states.add(window, sum, change);
        // The sum itself, not a copy: whoever gets it writes it out before the next change, chained or through a
        // shuffle.
        WindowDocument document = new WindowDocument(series, size, start, end, sum);
        output.collect(new StreamRecord<>(
                sum.isEmpty()
                        ? Document.withdrawn(Kind.WINDOWS, document.id(), start)
                        : new Document(Kind.WINDOWS, document.id(), start, document)));
    }

    private Document tooLate(WindowDocument window) {
        String id = "window|" + window.id();
        Map<String, Object> fields = new Fields()
                .put("id", id)
                .put("brand", window.series().brand())
                .putInstant("event_time", timers.currentWatermark())
                .put("reason", "the window was given up after windows.retention before this change arrived")
                .build();
        return new Document(Kind.LATE, id, window.start(), () -> fields);
    }
}
