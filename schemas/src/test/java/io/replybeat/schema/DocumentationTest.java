package io.replybeat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private final Set<String> seen = new HashSet<>();

    @Test
    void every_type_and_every_field_says_what_it_means() {
        for (Topic topic : Topics.ALL) {
            check(topic.schema());
        }
        assertThat(seen).contains("CareEvent", "Message", "Sentiment", "DeadLetter");
    }

    private void check(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getName())) {
                    assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
                    for (Schema.Field field : schema.getFields()) {
                        assertThat(field.doc())
                                .as(schema.getName() + "." + field.name())
                                .isNotBlank();
                        check(field.schema());
                    }
                }
            }
            case ENUM -> assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
            case UNION -> schema.getTypes().forEach(this::check);
            case ARRAY -> check(schema.getElementType());
            default -> {}
        }
    }
}
