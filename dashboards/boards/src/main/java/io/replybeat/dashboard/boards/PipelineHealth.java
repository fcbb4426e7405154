package io.replybeat.dashboard.boards;

import io.replybeat.dashboard.boards.Ask.Promql;
import io.replybeat.dashboard.boards.Ask.Series;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.ArrayList;
import java.util.List;

/** Is the job alive, how far behind is it, what does it lose, and how do its checkpoints and sinks do? */
final class PipelineHealth {

    private static final String JOB = "flink_jobmanager_job_";
    private static final String TASK = "flink_taskmanager_job_task_";
    private static final String OPERATOR = TASK + "operator_";
    private static final String INTAKE = OPERATOR + "deserializer_intake_";

    static final Board BOARD = new Board(
            "replybeat-pipeline-health",
            "Pipeline health",
            "The Flink job behind the numbers. The rules in dashboards/prometheus call somebody for the same metrics.",
            "now-3h",
            30,
            List.of(behind(), intake(), sinks(), flink()));

    private PipelineHealth() {}

    private static Section behind() {
        return new Section(
                "How far behind",
                List.of(
                        panel(
                                "Event time behind the clock",
                                "How far the slowest source's watermark is behind; every number on the boards is as old.",
                                Show.LINES,
                                8,
                                Unit.MILLISECONDS,
                                "behind",
                                "max(" + OPERATOR + "watermarkLag{$})"),
                        panel(
                                "Records not read yet",
                                "What lies in the topic. It must go back to nearly nothing after every peak.",
                                Show.LINES,
                                8,
                                Unit.COUNT,
                                "pending",
                                "sum(" + OPERATOR + "pendingRecords{$})"),
                        panel(
                                "Busiest and most held up task",
                                "Share of the time at work, and held up by what comes after it. Near 100 %: more parallelism, or"
                                        + " a slow Elasticsearch.",
                                Show.LINES,
                                8,
                                Unit.SHARE,
                                "busy",
                                "max(" + TASK + "busyTimeMsPerSecond{$}) / 1000",
                                "held up",
                                "max(" + TASK + "backPressuredTimeMsPerSecond{$}) / 1000")));
    }

    private static Section intake() {
        return new Section(
                "What comes in",
                List.of(
                        panel(
                                "Events a second",
                                "Records that were care events.",
                                Show.LINES,
                                8,
                                Unit.PER_SECOND,
                                "accepted",
                                rate("sum", INTAKE + "accepted")),
                        panel(
                                "Dead letters a second",
                                "Records that were no care events, by reason. The dead letter has field, reason and remedy.",
                                Show.BARS,
                                8,
                                Unit.PER_SECOND,
                                "{{reason}}",
                                rate("sum by (reason)", INTAKE + "reason_rejected")),
                        panel(
                                "Late and repeated",
                                "Events a second that came after their conversation was settled, too late for alerts, or again;"
                                        + " corrections of windows that were given up.",
                                Show.LINES,
                                8,
                                Unit.PER_SECOND,
                                "late",
                                rate("sum", OPERATOR + "late"),
                                "too late for alerts",
                                rate("sum", OPERATOR + "lateForAlerts"),
                                "again",
                                rate("sum", OPERATOR + "duplicates"),
                                "windows given up",
                                rate("sum", OPERATOR + "lateWindowChanges"))));
    }

    private static Section sinks() {
        return new Section(
                "What goes out",
                List.of(
                        panel(
                                "Documents a second",
                                "What Elasticsearch, Kafka and the receivers of alerts have taken.",
                                Show.LINES,
                                12,
                                Unit.PER_SECOND,
                                "{{operator_name}}",
                                rate("sum by (operator_name)", OPERATOR + "numRecordsSend")),
                        panel(
                                "Elasticsearch's answer to a bulk request: 95 %",
                                "The slowest subtask of each sink, over its last 500 requests.",
                                Show.LINES,
                                12,
                                Unit.MILLISECONDS,
                                "{{operator_name}}",
                                "max by (operator_name) (" + OPERATOR + "bulkLatency{$, quantile=\"0.95\"})"),
                        panel(
                                "Waiting for Elasticsearch",
                                "Documents in the sinks' buffers. Full buffers slow the job down.",
                                Show.LINES,
                                8,
                                Unit.COUNT,
                                "{{operator_name}}",
                                "sum by (operator_name) (" + OPERATOR + "buffered{$})"),
                        panel(
                                "Refused for good",
                                "Documents Elasticsearch, or alerts a receiver, will never take, since the tasks started. They lie in"
                                        + " the topic of undeliverable documents.",
                                Show.LINES,
                                8,
                                Unit.COUNT,
                                "{{operator_name}}",
                                "sum by (operator_name) (" + OPERATOR + "rejected{$})"),
                        panel(
                                "Alerts not delivered",
                                "By receiver: what nobody has been told yet. Empty where no receiver is set.",
                                Show.LINES,
                                8,
                                Unit.COUNT,
                                "{{operator_name}}",
                                "sum by (operator_name) (" + OPERATOR + "undelivered{$})")));
    }

    private static Section flink() {
        return new Section(
                "Checkpoints and memory",
                List.of(
                        panel(
                                "Runs since",
                                "Since the last restart.",
                                Show.NUMBER,
                                4,
                                Unit.MILLISECONDS,
                                "runs",
                                "max(" + JOB + "uptime{$})"),
                        panel(
                                "Restarts",
                                "Since the job was submitted; the JobManager's log and Flink's web page say why.",
                                Show.NUMBER,
                                4,
                                Unit.COUNT,
                                "restarts",
                                "max(" + JOB + "numRestarts{$})"),
                        panel(
                                "Checkpoints",
                                "What a crash costs lies since the last completed one.",
                                Show.LINES,
                                8,
                                Unit.COUNT,
                                "completed",
                                "max(" + JOB + "numberOfCompletedCheckpoints{$})",
                                "failed",
                                "max(" + JOB + "numberOfFailedCheckpoints{$})"),
                        panel(
                                "A checkpoint takes",
                                "The last completed one. As long as the interval: the state grows faster than it is saved.",
                                Show.LINES,
                                8,
                                Unit.MILLISECONDS,
                                "duration",
                                "max(" + JOB + "lastCheckpointDuration{$})"),
                        panel(
                                "State",
                                "Of the last completed checkpoint, whole.",
                                Show.LINES,
                                12,
                                Unit.BYTES,
                                "size",
                                "max(" + JOB + "lastCheckpointFullSize{$})"),
                        // Of a process, not of a job: it may run others, too.
                        new Panel(
                                "Heap in use",
                                "Of the fullest TaskManager's heap.",
                                Show.LINES,
                                12,
                                new Promql(
                                        Unit.SHARE,
                                        List.of(new Series(
                                                "heap",
                                                "max(flink_taskmanager_Status_JVM_Memory_Heap_Used /"
                                                        + " flink_taskmanager_Status_JVM_Memory_Heap_Max)"))))));
    }

    private static String rate(String aggregation, String metric) {
        return aggregation + " (rate(" + metric + "{$}[$__rate_interval]))";
    }

    /** Legends and expressions by turns; {@code {$} stands for the chosen job. */
    private static Panel panel(
            String title, String description, Show show, int width, Unit unit, String... legendsAndExpressions) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < legendsAndExpressions.length; i += 2) {
            series.add(new Series(
                    legendsAndExpressions[i], legendsAndExpressions[i + 1].replace("{$", "{job_name=\"$job_name\"")));
        }
        return new Panel(title, description, show, width, new Promql(unit, List.copyOf(series)));
    }
}
