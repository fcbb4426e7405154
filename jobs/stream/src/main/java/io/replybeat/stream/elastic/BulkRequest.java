package io.replybeat.stream.elastic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What goes over the wire for some operations: a line of intent each, and the document's line unless it is deleted. */
final class BulkRequest {

    /** Only what the verdict needs comes back: an answer of 1000 deliveries shrinks from 200 KB to 25 KB. */
    static final String PATH =
            "/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";

    static final String CONTENT_TYPE = "application/x-ndjson";

    private static final JsonStringEncoder QUOTE = JsonStringEncoder.getInstance();

    private BulkRequest() {}

    static byte[] encode(List<Operation> operations) {
        int size = 0;
        for (Operation operation : operations) {
            size += operation.size();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (Operation operation : operations) {
            out.writeBytes(intent(operation).getBytes(StandardCharsets.UTF_8));
            if (!operation.isDelete()) {
                out.writeBytes(operation.source());
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static String intent(Operation operation) {
        StringBuilder line = new StringBuilder(160);
        line.append(operation.isDelete() ? "{\"delete\":{\"_index\":\"" : "{\"index\":{\"_index\":\"");
        QUOTE.quoteAsString(operation.index(), line);
        line.append("\",\"_id\":\"");
        QUOTE.quoteAsString(IndexName.id(operation.id()), line);
        return line.append("\",\"version\":")
                .append(operation.version())
                .append(",\"version_type\":\"external_gte\"}}\n")
                .toString();
    }
}
