package io.replybeat.dashboard.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.dashboard.boards.Measure.Aggregate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldsTest {

    /** {@code cut} in {@code cut:brand AND size:1m}; not the colons inside instants. */
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z_.]*):[\\w*\\[]");

    private static final Map<Measure.Operation, List<String>> TYPES = Map.of(
            Measure.Operation.SUM, List.of("long", "integer", "double"),
            Measure.Operation.MAX, List.of("long", "integer", "double"),
            Measure.Operation.MIN, List.of("date"),
            Measure.Operation.PERCENTILE, List.of("long"));

    @Test
    void what_is_measured_grouped_and_filtered_is_in_the_mapping() {
        for (Panel panel : care()) {
            if (panel.ask() instanceof Ask.Figures figures) {
                Mapping mapping = Mapping.of(figures.documents());
                assertFilter(panel, mapping, figures.filter());
                figures.measures().stream()
                        .flatMap(FieldsTest::aggregates)
                        .filter(measure -> measure.field() != null)
                        .forEach(measure -> assertThat(mapping.type(measure.field()))
                                .as(panel.title() + ": " + measure.field())
                                .isIn(TYPES.get(measure.operation())));
                figures.group().ifPresent(group -> assertGroup(panel, mapping, group));
                assertThat(mapping.type(figures.documents().timeField())).isEqualTo("date");
            }
        }
    }

    @Test
    void what_is_listed_is_in_the_mapping() {
        for (Panel panel : care()) {
            if (panel.ask() instanceof Ask.Records records) {
                Mapping mapping = Mapping.of(records.documents());
                assertFilter(panel, mapping, records.filter());
                assertThat(records.columns())
                        .contains(records.documents().timeField())
                        .allSatisfy(column -> assertThat(mapping.type(column))
                                .as(panel.title() + ": " + column)
                                .isNotNull());
                assertThat(records.columns()).containsAll(records.links().keySet());
            }
        }
    }

    @Test
    void windows_are_added_up_over_one_cut_and_one_size() {
        assertThat(care().stream().map(Panel::ask))
                .filteredOn(ask -> ask instanceof Ask.Figures figures && figures.documents() == Documents.WINDOWS)
                .isNotEmpty()
                .allSatisfy(ask -> assertThat(((Ask.Figures) ask).filter()).matches("cut:\\w+ AND size:1m"));
    }

    @Test
    void a_ratio_has_no_groups() {
        Measure ratio = Measure.shareOfFirst("bots", "bot_reply_wait.count", "reply_wait.count");
        assertThatThrownBy(() -> new Ask.Figures(
                        Documents.WINDOWS,
                        "cut:brand",
                        false,
                        Optional.of(new Group.Top("brand", "brand", 3)),
                        List.of(ratio)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Panel> care() {
        return Boards.CARE.stream().flatMap(board -> board.panels().stream()).toList();
    }

    private static Stream<Aggregate> aggregates(Measure measure) {
        return measure instanceof Measure.Ratio ratio
                ? Stream.of(Stream.of(ratio.part()), ratio.whole().stream(), ratio.less().stream())
                        .flatMap(sums -> sums)
                : Stream.of((Aggregate) measure);
    }

    private static void assertGroup(Panel panel, Mapping mapping, Group group) {
        if (group instanceof Group.Top top) {
            assertThat(mapping.type(top.field())).as(panel.title()).isEqualTo("keyword");
        } else {
            ((Group.Bands) group).bands().forEach(band -> assertFilter(panel, mapping, band.query()));
        }
    }

    private static void assertFilter(Panel panel, Mapping mapping, String query) {
        assertThat(FIELD.matcher(query).results().map((MatchResult found) -> found.group(1)))
                .as(panel.title() + ": " + query)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(mapping.type(field)).as(field).isNotNull());
    }
}
