package io.replybeat.dashboard.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void numbers_stand_with_their_samples_and_a_week_ago_and_nothing_is_empty_not_zero() throws Exception {
        assertThat(
                        csv(
                                "numbers",
                                """
                {"numbers": {"reply_rate": {"value": 0.5, "of": 8, "before": null, "before_of": 0}}}"""))
                .isEqualTo(
                        "\"number\",\"value\",\"samples\",\"a_week_before\",\"samples_a_week_before\"\r\n\"reply_rate\",0.5,8,,0\r\n");
    }

    @Test
    void points_are_one_row_a_window() throws Exception {
        assertThat(
                        csv(
                                "points",
                                """
                {"points": {"starts": [1772618400], "series": {"messages_in": [3], "reply_rate": [null]}}}"""))
                .isEqualTo("\"start\",\"messages_in\",\"reply_rate\"\r\n\"2026-03-04T10:00:00Z\",3,\r\n");
    }

    @Test
    void a_table_has_the_cut_in_its_head() throws Exception {
        assertThat(
                        csv(
                                "table",
                                """
                {"table": {"by": "team", "rows": [{"value": "t1", "numbers": {"messages_in": {"value": 4, "of": 0}}}]}}"""))
                .isEqualTo("\"team\",\"messages_in\"\r\n\"t1\",4\r\n");
    }

    @Test
    void what_a_spreadsheet_would_run_is_text_and_what_is_a_number_stays_one() throws Exception {
        assertThat(
                        csv(
                                "top",
                                """
                {"top": {"topics": [{"name": "=HYPERLINK(\\"x\\")", "count": 1, "before": 0},
                                    {"name": "+1", "count": 2, "before": 0}, {"name": "@a", "count": 3, "before": 0},
                                    {"name": "-2+3", "count": -4, "before": 0},
                                    {"name": "x;=cmd", "count": 5, "before": 0}, {"name": "a-b", "count": 6, "before": 0}]}}"""))
                .isEqualTo("\"list\",\"name\",\"count\",\"a_week_before\"\r\n"
                        + "\"topics\",\"'=HYPERLINK(\"\"x\"\")\",1,0\r\n"
                        + "\"topics\",\"'+1\",2,0\r\n\"topics\",\"'@a\",3,0\r\n\"topics\",\"'-2+3\",-4,0\r\n"
                        + "\"topics\",\"x;'=cmd\",5,0\r\n\"topics\",\"a-b\",6,0\r\n");
    }

    @Test
    void a_comma_a_quote_and_a_line_within_a_text_break_no_row() throws Exception {
        assertThat(
                        csv(
                                "alerts",
                                """
                {"alerts": [{"title": "a, \\"b\\"\\nc", "value": 1, "acknowledged": {"by": "kim"}}]}"""))
                .isEqualTo("\"title\",\"value\"\r\n\"a, \"\"b\"\"\nc\",1\r\n");
    }

    private static String csv(String panel, String snapshot) throws Exception {
        return Csv.of(panel, (ObjectNode) new ObjectMapper().readTree(snapshot));
    }
}
