package io.replybeat.sandbox.backfill;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Documents to sorted runs in a directory. A rejected record's file and line say where its bytes are: no dead letter. */
final class FileOutputs implements Outputs {

    private final Path runs;

    FileOutputs(Path runs) {
        this.runs = runs;
    }

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        documents.sinkTo(new DocumentRuns(runs, sink.uid())).uid(sink.uid()).name(sink.label());
    }

    /** Of what is long past nobody is told. */
    @Override
    public void alerts(DataStream<Alert> alerts) {}

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {}
}
