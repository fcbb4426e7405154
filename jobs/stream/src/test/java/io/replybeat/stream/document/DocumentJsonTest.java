package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {

    private static String encode(Map<String, ?> fields) {
        return new String(DocumentJson.encode(fields), StandardCharsets.UTF_8);
    }

    @Test
    void fields_keep_their_order_and_unknown_ones_are_left_out() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", "Grüße\n\"東京\"");
        fields.put("a", 1L);
        fields.put("nothing", null);
        fields.put("m", new LinkedHashMap<>(Map.of("x", 0.1)));
        fields.put("l", List.of(1, 2.0, true, "s", List.of()));
        assertThat(encode(fields))
                .isEqualTo("{\"z\":\"Grüße\\n\\\"東京\\\"\",\"a\":1,\"m\":{\"x\":0.1},\"l\":[1,2.0,true,\"s\",[]]}");
    }

    @Test
    void a_number_without_a_word_in_JSON_becomes_a_string_that_a_strict_mapping_refuses() {
        assertThat(encode(Map.of("mean", Double.NaN))).isEqualTo("{\"mean\":\"NaN\"}");
    }

    @Test
    void a_value_no_document_may_hold_is_named_with_its_field() {
        assertThatThrownBy(() -> encode(Map.of("sum", BigDecimal.ONE)))
                .hasMessage("the field sum holds a java.math.BigDecimal, which no document may hold");
    }
}
