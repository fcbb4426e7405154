package io.replybeat.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Which versions of a schema were ever released, oldest first? They lie beside the classes, so that records written by any
 * of them are read without a schema registry.
 */
public final class Released {

    private Released() {}

    /** The schemas {@code released/<name>/v1.avsc}, {@code v2.avsc}, … as far as they go. */
    public static List<Schema> versionsOf(String name) {
        List<Schema> versions = new ArrayList<>();
        for (Schema next = load(name, 1); next != null; next = load(name, versions.size() + 1)) {
            versions.add(next);
        }
        return List.copyOf(versions);
    }

    private static Schema load(String name, int version) {
        String path = "/released/" + name + "/v" + version + ".avsc";
        try (InputStream in = Released.class.getResourceAsStream(path)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
