package io.replybeat.stream.document;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Body;
import io.replybeat.stream.codec.CodecType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * How does a document pass from one task to the next, where it has to? As JSON. Chained to its sink, the usual case, it
 * passes as it is and is encoded once, by the sink.
 */
public final class DocumentType {

    public static final TypeInformation<Document> INSTANCE = CodecType.of(Document.class, DocumentCodec.CODEC);

    private DocumentType() {}

    /** Kind, id, instant, precedence, and the body as JSON; a withdrawn document has none. */
    public enum DocumentCodec implements Codec<Document> {
        CODEC;

        private static final int VERSION = 2;
        private static final ObjectMapper MAPPER = new ObjectMapper();
        private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

        @Override
        public void write(Document document, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeString(document.kind().word(), out);
            Wire.writeString(document.id(), out);
            Wire.writeSigned(document.at(), out);
            out.writeBoolean(!document.isWithdrawn());
            if (!document.isWithdrawn()) {
                Wire.writeSigned(document.precedence(), out);
                byte[] json = DocumentJson.encode(document.body());
                Wire.writeVarLong(json.length, out);
                out.write(json);
            }
        }

        @Override
        public Document read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("document of version " + version + ", this build reads up to " + VERSION);
            }
            Kind kind = Kind.ofWord(Wire.readString(in));
            String id = Wire.readString(in);
            long at = Wire.readSigned(in);
            if (!in.readBoolean()) {
                return Document.withdrawn(kind, id, at);
            }
            long precedence = Wire.readSigned(in);
            byte[] json = new byte[(int) Wire.readVarLong(in)];
            in.readFully(json);
            Map<String, Object> fields = MAPPER.readValue(json, FIELDS);
            return new Document(kind, id, at, new Received(fields, precedence));
        }

        private record Received(Map<String, Object> fields, long precedence) implements Body {}
    }
}
