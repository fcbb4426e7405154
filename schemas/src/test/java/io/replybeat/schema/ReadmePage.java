package io.replybeat.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The text of schemas/README.md, made from the catalogue of topics and the documentation inside the schemas. */
final class ReadmePage {

    private static final String HEAD =
            """
            # What crosses a wire

            Written by `ReadmeTest` from `Topics` and the schemas; change those, then run
            `mvn -pl schemas test -Dtest=ReadmeTest -Dreplybeat.rewrite=true`.

            Records are Avro in [single-object encoding](https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding):
            `C3 01`, the CRC-64-AVRO fingerprint of the writer's schema (8 bytes, little endian), the body. The schemas of all
            releases lie in `src/main/resources/released`, so nobody needs a registry, and readers and writers may be of different
            releases: `SchemaCompatibilityTest` keeps it so.

            In JSON Lines, for `backfill`, the same events look different: flat, words in lower case, times in ISO-8601:
            [events](../docs/events.md).

            ## Topics

            | topic | answers | key | value | partitions | kept | largest record | personal data | written by | read by |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private ReadmePage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Topic topic : Topics.ALL) {
            page.append(row(topic));
        }
        for (Topic topic : Topics.ALL) {
            Map<String, Schema> types = new LinkedHashMap<>();
            collect(topic.schema(), types);
            types.values().forEach(type -> page.append(section(type)));
        }
        return page.toString();
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | `%s` | %d | %d days | %d MiB | %s | %s | %s |%n"
                .formatted(
                        topic.name(),
                        topic.answers(),
                        topic.key().replace("|", "\\|"),
                        topic.schema().getName(),
                        topic.partitions(),
                        topic.retention().toDays(),
                        topic.maxRecordBytes() >> 20,
                        topic.personalData() ? "yes" : "no",
                        topic.writtenBy(),
                        topic.readBy());
    }

    private static String section(Schema record) {
        StringBuilder section = new StringBuilder("%n## %s%n%n%s%n".formatted(record.getName(), record.getDoc()));
        if (!record.getFields().isEmpty()) {
            section.append("%n| field | type | meaning |%n|---|---|---|%n".formatted());
        }
        for (Schema.Field field : record.getFields()) {
            section.append("| `%s` | %s | %s |%n".formatted(field.name(), word(field.schema()), field.doc()));
        }
        return section.toString();
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                if (types.putIfAbsent(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            case UNION -> schema.getTypes().forEach(type -> collect(type, types));
            case ARRAY -> collect(schema.getElementType(), types);
            default -> {}
        }
    }

    private static String word(Schema schema) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case RECORD -> schema.getName();
            case ENUM -> schema.getEnumSymbols().stream().skip(1).collect(Collectors.joining(" · "));
            case ARRAY -> "list of " + word(schema.getElementType());
            case UNION -> union(schema);
            default -> schema.getType().getName();
        };
    }

    private static String union(Schema schema) {
        String branches = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .map(ReadmePage::word)
                .collect(Collectors.joining(" · "));
        return schema.isNullable() ? branches + ", optional" : branches;
    }
}
