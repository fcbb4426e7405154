package io.replybeat.sandbox.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.document.Body;
import io.replybeat.care.message.Privacy;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topics;
import io.replybeat.schema.UndeliverableDocument;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.elastic.KafkaUndeliverable;
import io.replybeat.stream.erase.Author;
import io.replybeat.stream.erase.AuthorErasure;
import io.replybeat.stream.erase.Erased;
import io.replybeat.stream.erase.UnclearAuthor;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.RejectedDocument;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.setup.SampleDocuments;
import io.replybeat.stream.setup.Setup;
import io.replybeat.stream.setup.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no stub can tell: whether a real node takes our templates, our documents and our versions. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealElasticsearchIT {

    private static final long MARCH = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static ElasticsearchServer elasticsearch;
    private static KafkaBroker broker;
    private static ElasticsearchOptions options;
    private static Properties kafka;
    private static ElasticsearchClient client;

    @BeforeAll
    static void start() {
        elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        broker = KafkaBroker.start(directory.resolve("kafka"), 0);
        options = ElasticsearchOptions.at(elasticsearch.url().toString());
        kafka = new Properties();
        kafka.put("bootstrap.servers", broker.bootstrapServers());
        client = new ElasticsearchClient(options);
    }

    @AfterAll
    static void stop() {
        client.close();
        broker.close();
        elasticsearch.close();
    }

    @Test
    @Order(1)
    void setup_makes_every_topic_and_template_and_then_has_nothing_left_to_do() {
        try (Setup setup = new Setup(options, kafka, Topics.ALL)) {
            List<Step> plan = setup.plan();
            assertThat(plan).allMatch(step -> step.state() == Step.State.CREATE);
            List<Step> done = new ArrayList<>();
            setup.apply(plan, done::add);
            assertThat(done).isEqualTo(plan);
            assertThat(setup.plan()).allMatch(step -> step.state() == Step.State.PRESENT);
        }
    }

    @Test
    @Order(2)
    void a_strict_mapping_takes_every_document_the_program_makes_and_its_alias_finds_them() throws Exception {
        List<Document> documents = SampleDocuments.all();
        run(documents);
        Map<Kind, Integer> expected = new EnumMap<>(Kind.class);
        Set<String> ids = new HashSet<>();
        documents.stream()
                .filter(document -> ids.add(document.kind() + document.id()))
                .forEach(document -> expected.merge(document.kind(), 1, Integer::sum));
        for (Map.Entry<Kind, Integer> kind : expected.entrySet()) {
            String alias = "/replybeat-" + kind.getKey().word();
            assertThat(ask("GET", alias + "/_count", null).path("count").asInt())
                    .as(alias)
                    .isEqualTo(kind.getValue());
        }
        JsonNode facts = ask("GET", "/replybeat-facts-2026.03", null).path("replybeat-facts-2026.03");
        assertThat(facts.at("/mappings/dynamic").asText()).isEqualTo("strict");
        assertThat(facts.at("/settings/index/gc_deletes").asText()).isEqualTo("1h");
        assertThat(facts.at("/aliases").has("replybeat-facts")).isTrue();
    }

    @Test
    @Order(3)
    void a_field_the_mapping_does_not_know_makes_a_dead_letter_with_the_whole_document() throws Exception {
        run(List.of(alert("good", Map.of("id", "good", "brand", "acme")), alert("odd", Map.of("surprise", 1))));
        assertThat(ask("GET", "/replybeat-alerts/_count", null).path("count").asInt())
                .as("the sample and the good one")
                .isEqualTo(2);
        UndeliverableDocument letter = firstUndeliverable();
        assertThat(letter.getIndex()).isEqualTo("replybeat-alerts-2026.03");
        assertThat(letter.getId()).isEqualTo("odd");
        assertThat(letter.getStatus()).isEqualTo(400);
        assertThat(letter.getReason()).contains("strict_dynamic_mapping_exception", "surprise");
        assertThat(letter.getDocument()).isEqualTo("{\"surprise\":1}");
    }

    @Test
    @Order(4)
    void an_older_write_neither_replaces_a_newer_one_nor_brings_a_deleted_one_back() throws Exception {
        assertThat(alone("index", 20, "newer")).isEqualTo(201);
        assertThat(alone("index", 20, "again")).isEqualTo(200);
        assertThat(alone("index", 10, "older")).isEqualTo(409);
        assertThat(alone("delete", 30, null)).isEqualTo(200);
        assertThat(alone("index", 25, "delayed")).isEqualTo(409);
        assertThat(alone("index", 40, "newest")).isEqualTo(201);
        assertThat(bulk("{\"delete\":{\"_index\":\"replybeat-alerts-2026.03\",\"_id\":\"never-was\",\"version\":5,"
                        + "\"version_type\":\"external_gte\"}}\n"))
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void a_withdrawn_document_is_found_no_more_and_a_later_run_wins_over_an_earlier_one() throws Exception {
        run(List.of(alert("a", Map.of("id", "first")), alert("b", Map.of("id", "first"))));
        run(List.of(alert("a", Map.of("id", "second")), Document.withdrawn(Kind.ALERTS, "b", MARCH)));
        assertThat(ask("GET", "/replybeat-alerts-2026.03/_doc/a", null)
                        .at("/_source/id")
                        .asText())
                .isEqualTo("second");
        assertThat(ask("GET", "/replybeat-alerts-2026.03/_doc/b", null)
                        .path("found")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @Order(6)
    void an_erased_author_is_gone_from_the_messages_of_others_and_from_rejected_records_too() throws Exception {
        List<Document> messages = List.of(
                message("m1", "u-mia", "@Mia", "You charged me twice"),
                message("m2", "u-mia", "@Mia", "Hello?"),
                message("m3", "agent-1", null, "Sorry @mia, we look into it. @miami is another one."),
                message("m4", "u-tom", "@tom", "mia culpa"));
        run(messages);
        run(List.of(
                record(7, "not what was expected", "{\"author\":{\"id\":\"u-mia\"},\"text\":"),
                record(8, "not what was expected", "{\"author\":{\"id\":\"u-mia2\"},\"text\":"),
                record(9, "text is “{\"en\":\"@mia\"}”; send a string", ""),
                record(10, "too large", "x".repeat(50_000) + "u-mia")));
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThat(erasure.erase(author("u-mia"), true)).isEqualTo(erased(2, 1, 2, 1, false));
            assertThat(erasure.erase(author("u-mia"), false)).isEqualTo(erased(2, 1, 2, 1, false));
            assertThat(erasure.erase(author("u-mia"), false).isNothing()).isTrue();
        }
        run(messages.subList(2, 4)); // as a job does that starts again from its last checkpoint
        assertThat(textOf("m3")).isEqualTo("Sorry @erased, we look into it. @miami is another one.");
        assertThat(textOf("m4")).isEqualTo("mia culpa");
        assertThat(textOf("m1")).isEmpty();
        assertThat(isRejectedRecordThere(7)).isFalse();
        assertThat(isRejectedRecordThere(8)).isTrue();
        assertThat(isRejectedRecordThere(9)).isFalse();
    }

    @Test
    @Order(7)
    void an_author_stored_under_a_keyed_hash_is_found_by_the_key_and_where_mentioned_by_a_handle_that_is_given()
            throws Exception {
        Privacy privacy = Privacy.of("a secret", true);
        run(List.of(
                message("m5", privacy.name("u-ann"), privacy.name("@ann"), "Where is my parcel?"),
                message("m51", "agent-1", null, "On its way, @ann")));
        Author ann = author("u-ann");
        Author annByHandle = new Author("u-ann", null, null, Set.of("@ann"));
        try (AuthorErasure withoutKey = new AuthorErasure(options, Privacy.NONE);
                AuthorErasure other = new AuthorErasure(options, Privacy.of("another secret", true));
                AuthorErasure erasure = new AuthorErasure(options, privacy)) {
            assertThatThrownBy(() -> withoutKey.erase(ann, true))
                    .isInstanceOf(UnclearAuthor.class)
                    .hasMessageContaining("privacy.key-file");
            assertThat(other.erase(ann, false).isNothing()).isTrue();
            assertThat(erasure.erase(ann, true)).isEqualTo(erased(1, 0, 0, 1, true));
            assertThat(erasure.erase(annByHandle, false)).isEqualTo(erased(1, 1, 0, 1, false));
            assertThatThrownBy(() -> erasure.erase(annByHandle, false))
                    .isInstanceOf(UnclearAuthor.class)
                    .hasMessageContaining("--network");
        }
        assertThat(textOf("m5")).isEmpty();
        assertThat(textOf("m51")).isEqualTo("On its way, @erased");
    }

    @Test
    @Order(8)
    void the_same_id_on_another_network_or_for_another_brand_is_left_alone() throws Exception {
        run(List.of(
                message("m81", Map.of("id", "123", "kind", "customer", "handle", "@kim"), "x", "acme", MARCH, "First"),
                message(
                        "m82",
                        Map.of("id", "123", "kind", "customer", "handle", "@lee"),
                        "instagram",
                        "acme",
                        MARCH,
                        "Second"),
                message(
                        "m83",
                        Map.of("id", "123", "kind", "customer", "handle", "@kim"),
                        "x",
                        "globex",
                        MARCH,
                        "Third"),
                message("m84", Map.of("id", "agent-1", "kind", "agent"), "instagram", "acme", MARCH, "@kim @lee")));
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThatThrownBy(() -> erasure.erase(author("123"), false))
                    .isInstanceOf(UnclearAuthor.class)
                    .hasMessageContaining("instagram, x")
                    .hasMessageContaining("Nothing was erased");
            assertThat(textOf("m81")).isEqualTo("First");
            assertThat(erasure.erase(new Author("123", "x", "acme", Set.of()), false))
                    .isEqualTo(new Erased(1, 0, 0, 0, 1, false, Set.of(), List.of("instagram"), true));
            Erased nowhere = erasure.erase(new Author("123", "nope", null, Set.of()), false);
            assertThat(nowhere.isNothing()).isTrue();
            assertThat(nowhere.otherNetworks()).containsExactly("instagram", "x");
        }
        assertThat(textOf("m81")).isEmpty();
        assertThat(textOf("m82")).isEqualTo("Second");
        assertThat(textOf("m83")).isEqualTo("Third");
        assertThat(textOf("m84")).isEqualTo("@kim @lee");
    }

    @Test
    @Order(9)
    void an_erasure_that_broke_off_is_completed_by_the_next() throws Exception {
        long april = Instant.parse("2026-04-04T10:00:00Z").toEpochMilli();
        run(List.of(
                message("m91", "u-zoe", "@zoe", "Hello?"),
                message("m92", Map.of("id", "agent-1", "kind", "agent"), "x", "acme", april, "Hello @zoe")));
        block("replybeat-messages-2026.04", true);
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThatThrownBy(() -> erasure.erase(author("u-zoe"), false))
                    .hasMessageContaining("run the command again");
            block("replybeat-messages-2026.04", false);
            assertThat(erasure.erase(author("u-zoe"), false)).isEqualTo(erased(1, 1, 0, 1, false));
        }
        assertThat(textOf("m91")).isEmpty();
        assertThat(ask("GET", "/replybeat-messages-2026.04/_doc/m92", null)
                        .at("/_source/text")
                        .asText())
                .isEqualTo("Hello @erased");
    }

    @ParameterizedTest
    @Order(10)
    @CsvSource({
        "m101, anna, @anna's parcel, @erased's parcel",
        "m102, anna, hi@anna.thanks, hi@erased.thanks",
        "m103, anna, @annaさんへ, @erasedさんへ",
        "m104, anna, ＠ANNA, @erased",
        "m105, anna.b-c_d, To @Anna.B-C_D's, To @erased's",
        "m106, アンナ_7, @アンナ_7さん, @erasedさん",
        "m107, a, @a.thanks, @erased.thanks"
    })
    void mentions_are_found_also_where_elasticsearch_takes_more_than_the_handle_for_a_word(
            String id, String handle, String text, String blotted) throws Exception {
        run(List.of(message(id, "agent-1", null, text)));
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            erasure.erase(new Author("u-anna", "x", null, Set.of(handle)), false);
        }
        assertThat(textOf(id)).isEqualTo(blotted);
    }

    @Test
    @Order(11)
    void of_more_messages_than_one_search_shows_none_is_left() throws Exception {
        run(IntStream.range(0, 450)
                .mapToObj(number -> message("many-" + number, "u-max", "@max", "Hello?"))
                .toList());
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThat(erasure.erase(author("u-max"), false).messages()).isEqualTo(450);
            assertThat(erasure.erase(author("u-max"), true).isNothing()).isTrue();
        }
    }

    @Test
    @Order(12)
    void an_agent_is_not_erased_and_the_account_of_the_brand_is_blotted_out_nowhere() throws Exception {
        run(List.of(
                message("m121", "agent-7", "@Acme", "We look into it"),
                message("m122", "u-kai", "@acme", "Posted from the brand's account"),
                message("m123", "u-kai", "@kai", "Hello @acme"),
                message("m124", "u-lou", "@lou", "@kai and @acme"),
                message("m125", Map.of("id", "u-kai", "kind", "agent"), "x", "acme", MARCH, "Also on the team")));
        run(List.of(record(12, "agent-7 came late", ""), record(13, "@acme came late", "")));
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThatThrownBy(() -> erasure.erase(author("agent-7"), false))
                    .isInstanceOf(UnclearAuthor.class)
                    .hasMessageContaining("agent-7 is an agent; erase is for customers");
            assertThat(erasure.erase(author("u-kai"), false))
                    .isEqualTo(new Erased(2, 1, 0, 0, 1, false, Set.of("acme"), List.of(), true));
            Author louAndBrand = new Author("u-lou", "x", null, Set.of("ACME"));
            assertThat(erasure.erase(louAndBrand, true).brandHandles()).containsExactly("ACME");
        }
        assertThat(textOf("m121")).isEqualTo("We look into it");
        assertThat(textOf("m124")).isEqualTo("@erased and @acme");
        assertThat(textOf("m125")).isEqualTo("Also on the team");
        assertThat(isRejectedRecordThere(12)).isTrue();
        assertThat(isRejectedRecordThere(13)).isTrue();
    }

    @Test
    @Order(13)
    void the_messages_of_an_author_in_the_last_seven_days_and_those_of_a_conversation_are_one_search()
            throws Exception {
        run(List.of(message("m6", "u-eve", "@eve", "First"), message("m7", "u-eve", "@eve", "Second")));
        String byAuthor =
                """
                {"query": {"bool": {"filter": [
                  {"term": {"author.id": "u-eve"}},
                  {"range": {"occurred_at": {"gte": "2026-03-04T10:00:00Z||-7d", "lte": "2026-03-04T10:00:00Z"}}}]}}}""";
        String byConversation =
                """
                {"query": {"bool": {"filter": [{"term": {"brand": "acme"}}, {"term": {"conversation_id": "c-m6"}}]}}}""";

        assertThat(ask("POST", "/replybeat-messages/_search", byAuthor)
                        .at("/hits/total/value")
                        .asInt())
                .isEqualTo(2);
        assertThat(ask("POST", "/replybeat-messages/_search", byConversation)
                        .at("/hits/hits/0/_source/text")
                        .asText())
                .isEqualTo("First");
    }

    @Test
    @Order(14)
    void an_erased_author_is_gone_from_callouts_whose_numbers_stay_as_they_were() throws Exception {
        run(List.of(
                callout("surge-1", "x", "u-ivy", "u-jon"),
                callout("surge-2", "instagram", "u-ivy", "u-kim"),
                message("m131", "u-ivy", "@ivy", "Never again")));
        try (AuthorErasure erasure = new AuthorErasure(options, Privacy.NONE)) {
            assertThat(erasure.erase(author("u-ivy"), true).callouts()).isEqualTo(1);
            assertThat(erasure.erase(author("u-ivy"), false).callouts()).isEqualTo(1);
            assertThat(erasure.erase(author("u-ivy"), false).isNothing()).isTrue();
        }

        JsonNode erased =
                ask("GET", "/replybeat-callouts-2026.03/_doc/surge-1", null).path("_source");
        assertThat(erased.toString()).contains("u-jon", "m-u-ivy").doesNotContain("\"u-ivy\"");
        assertThat(erased.path("authors")).hasSize(1);
        assertThat(erased.path("messages")).hasSize(2);
        assertThat(erased.path("author_count").asInt()).isEqualTo(2);
        assertThat(ask("GET", "/replybeat-callouts-2026.03/_doc/surge-2", null).at("/_source/authors"))
                .as("somebody else on another network")
                .hasSize(2);
    }

    private static Document callout(String id, String network, String... authors) {
        Map<String, Object> fields = Map.of(
                "id",
                id,
                "brand",
                "acme",
                "author_count",
                authors.length,
                "authors",
                Stream.of(authors).map(each -> Map.of("id", each)).toList(),
                "messages",
                Stream.of(authors)
                        .map(each -> Map.of("event_id", "m-" + each, "network", network, "author_id", each))
                        .toList());
        return new Document(Kind.CALLOUTS, id, MARCH, () -> fields);
    }

    private static Author author(String id) {
        return new Author(id, null, null, Set.of());
    }

    private static Erased erased(long messages, long mentions, long rejected, long cut, boolean handlesHidden) {
        return new Erased(messages, mentions, rejected, 0, cut, handlesHidden, Set.of(), List.of(), true);
    }

    private static Document message(String id, String author, String handle, String text) {
        String kind = author.startsWith("agent") ? "agent" : "customer";
        Map<String, Object> by = new HashMap<>(Map.of("id", author, "kind", kind));
        if (handle != null) {
            by.put("handle", handle);
        }
        return message(id, by, "x", "acme", MARCH, text);
    }

    private static Document message(
            String id, Map<String, Object> author, String network, String brand, long at, String text) {
        Map<String, Object> fields = Map.of(
                "id", id,
                "brand", brand,
                "network", network,
                "conversation_id", "c-" + id,
                "occurred_at", Instant.ofEpochMilli(at).toString(),
                "author", author,
                "text", text);
        return new Document(Kind.MESSAGES, id, at, new FirstRevision(fields));
    }

    /** Has the same version whenever it is written, as a message has. */
    private record FirstRevision(Map<String, Object> fields) implements Body {
        @Override
        public long precedence() {
            return 4711;
        }
    }

    private static Document record(long offset, String detail, String original) {
        RejectedDocument record = new RejectedDocument(
                new Rejection(
                        Reason.UNDECODABLE,
                        null,
                        detail,
                        new Origin.Kafka("events", 3, offset, MARCH),
                        original.getBytes(StandardCharsets.UTF_8)),
                true);
        return new Document(Kind.REJECTED, record.id(), record.at(), record);
    }

    private static boolean isRejectedRecordThere(long offset) throws Exception {
        return ask("GET", "/replybeat-rejected-2026.03/_doc/events%7C00003%7C" + "%019d".formatted(offset), null)
                .path("found")
                .asBoolean();
    }

    private static void block(String index, boolean writes) throws Exception {
        JsonNode answer = ask("PUT", "/" + index + "/_settings", "{\"index.blocks.write\":" + writes + "}");
        assertThat(answer.path("acknowledged").asBoolean()).isTrue();
    }

    private static String textOf(String message) throws Exception {
        return ask("GET", "/replybeat-messages-2026.03/_doc/" + message, null)
                .at("/_source/text")
                .asText();
    }

    private static void run(List<Document> documents) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromData(documents, DocumentType.INSTANCE)
                .sinkTo(new ElasticsearchSink(options, KafkaUndeliverable.to(Topics.UNDELIVERABLE_DOCUMENTS, kafka)));
        env.execute();
        ask("POST", "/replybeat-*/_refresh", null);
    }

    private static Document alert(String id, Map<String, Object> fields) {
        return new Document(Kind.ALERTS, id, MARCH, () -> fields);
    }

    private static int alone(String kind, long version, String value) throws Exception {
        return bulk("{\"%s\":{\"_index\":\"replybeat-alerts-2026.03\",\"_id\":\"versioned\",\"version\":%d,"
                        .formatted(kind, version)
                + "\"version_type\":\"external_gte\"}}\n"
                + (value == null ? "" : "{\"id\":\"" + value + "\"}\n"));
    }

    private static int bulk(String ndjson) throws Exception {
        JsonNode item = ask("POST", "/_bulk", ndjson).at("/items/0");
        return item.elements().next().path("status").asInt();
    }

    private static JsonNode ask(String method, String path, String body) throws Exception {
        String type = path.equals("/_bulk") ? "application/x-ndjson" : "application/json";
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(method, path, type, bytes).join();
        return JSON.readTree(answer.body());
    }

    private static UndeliverableDocument firstUndeliverable() throws Exception {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.UNDELIVERABLE_DOCUMENTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = consumer.poll(Duration.ofSeconds(20));
            var record = records.iterator().next();
            assertThat(record.key()).isEqualTo("replybeat-alerts-2026.03/odd");
            return SingleObject.ofUndeliverableDocuments().decode(record.value());
        }
    }
}
