package io.replybeat.stream.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.Health;
import io.replybeat.stream.elastic.StubServer;
import io.replybeat.stream.elastic.StubServer.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateSetupTest {

    private StubServer server;
    private TemplateSetup setup;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        setup = new TemplateSetup(ElasticsearchOptions.at(server.url()));
    }

    @AfterEach
    void stop() {
        setup.close();
        server.close();
    }

    private static void apply(List<Step> steps) throws Exception {
        for (Step step : steps) {
            step.action().call();
        }
    }

    @Test
    void setting_up_twice_changes_nothing_the_second_time() throws Exception {
        List<Step> first = setup.plan();
        assertThat(first)
                .hasSize(1 + 2 * (Kind.values().length + 2))
                .allMatch(step -> step.state() == Step.State.CREATE);
        apply(first);
        assertThat(setup.plan()).allMatch(step -> step.state() == Step.State.PRESENT);
    }

    @Test
    void a_dry_run_shows_every_request_as_it_would_be_sent() {
        Step facts = setup.plan().stream()
                .filter(step -> step.what().equals("index template replybeat-facts"))
                .findFirst()
                .orElseThrow();
        assertThat(facts).hasToString("index template replybeat-facts will be created");
        assertThat(facts.request())
                .startsWith("PUT /_index_template/replybeat-facts\n{")
                .contains("\"replybeat-facts-*\"", "\"aliases\"", "\"replybeat-lifecycle\"");
    }

    @Test
    void a_template_that_was_changed_is_put_again_and_new_fields_reach_the_indices_that_exist() throws Exception {
        apply(setup.plan());
        try (ElasticsearchOperator somebody = new ElasticsearchOperator(server)) {
            somebody.put("/_component_template/replybeat-facts", "{\"version\":1,\"template\":{}}");
        }
        assertThat(setup.plan().stream().filter(Step::isDue).map(Step::what))
                .containsExactly("component template replybeat-facts", "mapping of the indices replybeat-facts-*");
    }

    @Test
    void a_template_of_a_later_release_stays() throws Exception {
        try (ElasticsearchOperator somebody = new ElasticsearchOperator(server)) {
            somebody.put("/_component_template/replybeat-windows", "{\"version\":99,\"template\":{}}");
        }
        assertThat(setup.plan())
                .filteredOn(step -> step.what().equals("component template replybeat-windows"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.isDue()).isFalse();
                    assertThat(step.toString()).contains("made by a later Replybeat");
                });
    }

    @Test
    void whoever_cannot_be_asked_is_named_with_what_to_do() {
        server.failsBy(Fault.UNAUTHORIZED);
        assertThatThrownBy(setup::plan).hasMessageContaining("elasticsearch.api-key");
        server.close();
        assertThatThrownBy(setup::plan)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("No Elasticsearch answers at " + server.url())
                .hasMessageContaining("elasticsearch.url");
    }

    @Test
    void acknowledgements_lie_in_one_index_that_no_lifecycle_takes_away() {
        Step template = setup.plan().stream()
                .filter(step -> step.what().equals("index template replybeat-acknowledgements"))
                .findFirst()
                .orElseThrow();
        assertThat(template.request())
                .contains("\"index_patterns\" : [ \"replybeat-acknowledgements\" ]")
                .contains("\"composed_of\" : [ \"replybeat-settings\", \"replybeat-acknowledgements\" ]");
    }

    @Test
    void so_does_the_health_of_the_sinks() {
        assertThat(setup.plan())
                .filteredOn(step -> step.what().equals("index template replybeat-health"))
                .singleElement()
                .satisfies(template -> assertThat(template.request())
                        .contains("\"index_patterns\" : [ \"replybeat-health\" ]")
                        .contains("\"composed_of\" : [ \"replybeat-settings\", \"replybeat-health\" ]"));
    }

    @Test
    void every_mapping_is_strict_and_uses_core_field_types_only() {
        List<String> names = new ArrayList<>(List.of(Acknowledgements.WORD, Health.WORD));
        Stream.of(Kind.values()).map(Kind::word).forEach(names::add);
        for (String name : names) {
            var mappings = Templates.resource(name).at("/template/mappings");
            assertThat(mappings.path("dynamic").asText()).as(name).isEqualTo("strict");
            assertThat(mappings.findValuesAsText("type"))
                    .as(name)
                    .isSubsetOf("keyword", "long", "integer", "double", "boolean", "date", "binary", "text");
        }
    }
}
