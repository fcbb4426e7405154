package io.replybeat.stream.elastic;

import static io.replybeat.stream.elastic.BulkVerdict.DELIVERED;
import static io.replybeat.stream.elastic.BulkVerdict.RETRY;
import static io.replybeat.stream.elastic.BulkVerdict.SPLIT;
import static io.replybeat.stream.elastic.BulkVerdict.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkVerdictTest {

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "200,-,DELIVERED",
                "201,-,DELIVERED",
                "409,version_conflict_engine_exception,DELIVERED",
                "404,-,DELIVERED",
                "429,es_rejected_execution_exception,RETRY",
                "429,cluster_block_exception,RETRY",
                "500,i_o_exception,RETRY",
                "503,unavailable_shards_exception,RETRY",
                "504,-,RETRY",
                "400,mapper_parsing_exception,REJECT",
                "400,strict_dynamic_mapping_exception,REJECT",
                "400,index_closed_exception,REJECT",
                "413,-,REJECT",
                "403,cluster_block_exception,REJECT",
                "403,security_exception,STOP",
                "401,security_exception,STOP",
                "404,index_not_found_exception,STOP"
            })
    void of_an_item(int status, String errorType, BulkVerdict verdict) {
        assertThat(BulkVerdict.ofItem(status, errorType)).isEqualTo(verdict);
    }

    @Test
    void of_a_whole_request() {
        assertThat(BulkVerdict.ofRequest(200)).isEqualTo(DELIVERED);
        assertThat(List.of(408, 429, 500, 502, 503, 504)).allMatch(status -> BulkVerdict.ofRequest(status) == RETRY);
        assertThat(List.of(400, 413)).allMatch(status -> BulkVerdict.ofRequest(status) == SPLIT);
        assertThat(List.of(301, 401, 403, 404, 405)).allMatch(status -> BulkVerdict.ofRequest(status) == STOP);
    }

    @Test
    void an_answer_is_read_item_by_item_whatever_else_it_says() throws Exception {
        String answer = "{\"took\":3,\"errors\":true,\"ingest_took\":{\"a\":[1]},\"items\":["
                + "{\"index\":{\"_index\":\"i\",\"status\":201,\"_shards\":{\"total\":1}}},"
                + "{\"delete\":{\"error\":{\"root_cause\":[{\"type\":\"x\"}],\"type\":\"mapper\",\"reason\":\"outer\","
                + "\"caused_by\":{\"type\":\"deep\",\"reason\":\"inner\"}},\"status\":400}}]}";
        List<BulkAnswer.Item> items = BulkAnswer.parse(answer.getBytes(StandardCharsets.UTF_8), 2);
        assertThat(items)
                .containsExactly(
                        new BulkAnswer.Item(201, null, null), new BulkAnswer.Item(400, "mapper", "outer: inner"));
    }

    @Test
    void what_is_no_answer_to_our_request_is_never_taken_for_a_delivery() {
        for (String answer : List.of("", "{}", "<html>busy</html>", "{\"errors\":true,\"items\":[", "[1]")) {
            Assertions.assertThatIOException()
                    .as(answer)
                    .isThrownBy(() -> BulkAnswer.parse(answer.getBytes(StandardCharsets.UTF_8), 1));
        }
    }
}
