package io.replybeat.stream.window;

import io.replybeat.care.book.PaneChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
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

/**
 * What do the numbers of each window come to, while it is open and whenever a late event corrects it?
 *
 * <p>A changed minute changes its window of every size; all changes since the last flush (about a second ago, or before
 * the checkpoint barrier, or at the end of the input) are added up first, so a window is written once a flush. A window
 * of which nothing is left is withdrawn. State is kept for the retention after a window's end and cleared by a timer in
 * event time; what comes later still is counted and told as late.
 */
public final class WindowOperator extends AbstractStreamOperator<Document>
        implements OneInputStreamOperator<PaneChange, Document>, Triggerable<String, Window>, BoundedOneInput {

    private static final long serialVersionUID = 1;

    /** What the operator is told once. */
    public record Settings(Brands brands, List<WindowSize> sizes, Duration retention, Duration flushInterval)
            implements Serializable {}

    private final Settings settings;

    private transient WindowStates states;
    private transient Map<String, Map<Long, Summary>> bundle;
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
    public void processElement(StreamRecord<PaneChange> record) {
        PaneChange pane = record.getValue();
        bundle.computeIfAbsent(pane.series(), series -> new HashMap<>())
                .computeIfAbsent(pane.minute(), minute -> new Summary())
                .add(pane.change());
    }

    @Override
    public void onEventTime(InternalTimer<String, Window> timer) throws Exception {
        if (!inputEnded()) {
            states.clear(timer.getNamespace());
        }
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
        long next = getProcessingTimeService().getCurrentProcessingTime()
                + settings.flushInterval().toMillis();
        getProcessingTimeService().registerTimer(next, instant -> {
            flush();
            flushLater();
        });
    }

    private void flush() throws Exception {
        for (Map.Entry<String, Map<Long, Summary>> changed : bundle.entrySet()) {
            setCurrentKey(changed.getKey());
            Series series = Series.parse(changed.getKey());
            for (WindowSize size : settings.sizes()) {
                flush(series, size, changed.getValue());
            }
        }
        bundle.clear();
    }

    private void flush(Series series, WindowSize size, Map<Long, Summary> minutes) throws Exception {
        ZoneId zone = settings.brands().of(series.brand()).zone();
        Map<Long, Summary> windows = new HashMap<>();
        minutes.forEach((minute, change) -> windows.computeIfAbsent(size.startOf(minute, zone), start -> new Summary())
                .add(change));
        for (Map.Entry<Long, Summary> window : windows.entrySet()) {
            correct(series, size, window.getKey(), size.endOf(window.getKey(), zone), window.getValue());
        }
    }

    private void correct(Series series, WindowSize size, long start, long end, Summary change) throws Exception {
        long gone = end + settings.retention().toMillis();
        if (!inputEnded() && gone <= timers.currentWatermark()) {
            late.inc();
            output.collect(new StreamRecord<>(tooLate(new WindowDocument(series, size, start, end, change))));
            return;
        }
        Window window = new Window(size.millis(), start);
        if (!states.knows(window)) {
            timers.registerEventTimeTimer(window, gone);
        }
        Summary sum = states.add(window, change);
        WindowDocument document = new WindowDocument(series, size, start, end, sum == null ? change : sum.copy());
        output.collect(new StreamRecord<>(
                sum == null
                        ? Document.withdrawn(Kind.WINDOWS, document.id(), start)
                        : new Document(Kind.WINDOWS, document.id(), start, document)));
    }

    private Document tooLate(WindowDocument window) {
        String id = DocumentId.of("window", window.id());
        Map<String, Object> fields = new Fields()
                .put("id", id)
                .put("brand", window.series().brand())
                .putInstant("event_time", timers.currentWatermark())
                .put("reason", "the window was given up after windows.retention before this change arrived")
                .build();
        return new Document(Kind.LATE, id, window.start(), () -> fields);
    }

    /** At the end of a bounded input the watermark jumps to the end of time; that is no reason to forget a window. */
    private boolean inputEnded() {
        return timers.currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp();
    }
}
