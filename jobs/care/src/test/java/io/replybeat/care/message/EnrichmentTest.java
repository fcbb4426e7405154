package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Sentiment.Label;
import io.replybeat.care.event.Payload.Tagging;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.message.Said.Profile;
import io.replybeat.care.topic.Taxonomy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrichmentTest {

    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final Sentiment HEARD = new Sentiment(Label.NEGATIVE, -0.4);
    private static final Sentiment GIVEN = new Sentiment(Label.POSITIVE, 1);
    private static final Taxonomy TAXONOMY = Taxonomy.parse(
            """
            topics:
              billing:
                tier: 3
                sub_topics: {double_charge: {phrases: {en: [charged twice]}}}
              sales_opportunity: {must_not_wait: true, phrases: {en: [which plan]}}
              how_to: {tier: 1, phrases: {en: [how do i]}}
            """);

    private final Enrichment enrichment = new Enrichment(text -> "en", (text, language) -> HEARD, TAXONOMY);

    @Test
    void a_customers_message_gets_language_tone_topic_and_the_weight_of_its_author() {
        Said said = new Said(
                "I was charged twice", null, new Profile("@mia", 20_000L, null, null, null, null, Event.UNKNOWN));

        Message message = enriched(inbound(null, null, List.of()), said);

        assertThat(message.language()).isEqualTo("en");
        assertThat(message.sentiment()).isEqualTo(HEARD);
        assertThat(message.understood())
                .isEqualTo(new Payload.Understood(
                        List.of("billing"),
                        "billing",
                        List.of("billing/double_charge"),
                        3,
                        false,
                        new Payload.Reach(AuthorWeight.INFLUENCER, 20_000),
                        SameWords.of("I was charged twice")));
    }

    @Test
    void what_the_source_gave_wins() {
        Message message = enriched(inbound("pt-BR", GIVEN, List.of()), words("I was charged twice"));

        assertThat(message.language()).isEqualTo("pt-BR");
        assertThat(message.sentiment()).isEqualTo(GIVEN);
    }

    @Test
    void a_chance_to_sell_ranks_between_trouble_and_one_customers_matter_and_leaves_the_tier() {
        assertThat(understood("Which plan is right for me?").gravity()).isEqualTo(3);
        assertThat(understood("How do I choose which plan to take?").gravity()).isEqualTo(3);
        assertThat(understood("How do I choose which plan to take?").tier()).isEqualTo(1);
        assertThat(understood("Charged twice! Which plan did you put me on?").gravity())
                .isEqualTo(4);
        assertThat(understood("How do I pay?").gravity()).isEqualTo(1);
        assertThat(understood("Hello").gravity()).isZero();
    }

    @Test
    void a_picture_without_words_has_neither_language_nor_tone() {
        Message message = enriched(inbound(null, null, List.of()), words(" \n"));

        assertThat(message.language()).isNull();
        assertThat(message.sentiment()).isNull();
        assertThat(message.understood())
                .isEqualTo(new Payload.Understood(List.of(), null, List.of(), 0, false, Payload.Reach.ORDINARY, 0));
    }

    @Test
    void what_the_brand_writes_is_left_as_it_is() {
        Message reply = message(Direction.OUTBOUND, Author.Kind.AGENT, null, null, List.of());

        assertThat(enriched(reply, words("You were charged twice, sorry"))).isEqualTo(reply);
    }

    @Test
    void a_tag_that_names_a_topic_of_the_taxonomy_is_the_topic_people_gave() {
        Message message = enriched(inbound(null, null, List.of("vip", "billing")), words("Hello"));
        Event tagging = enrichment.enrich(
                event(new Tagging(List.of("billing/double_charge"), List.of("how_to"), 2, "high")), Said.NOTHING);

        assertThat(message.tags()).containsExactly("vip", "topic:billing");
        assertThat(message.understood().topics()).containsExactly("billing");
        assertThat(tagging.payload())
                .isEqualTo(new Tagging(List.of("topic:billing"), List.of("topic:how_to"), 2, "high"));
    }

    @Test
    void topics_that_people_gave_come_before_those_of_the_rules() {
        Message message = enriched(inbound(null, null, List.of("topic:fraud")), words("I was charged twice"));

        assertThat(message.understood().topics()).containsExactly("fraud", "billing");
        assertThat(message.understood().tier()).isEqualTo(3);
    }

    private Payload.Understood understood(String text) {
        return enriched(inbound(null, null, List.of()), words(text)).understood();
    }

    private Message enriched(Message message, Said said) {
        return (Message) enrichment.enrich(event(message), said).payload();
    }

    private static Said words(String text) {
        return new Said(text, null, Profile.UNKNOWN);
    }

    private static Event event(Payload payload) {
        return new Event("e1", 0, "acme", "c1", "x", TEN, Event.UNKNOWN, 0, payload);
    }

    private static Message inbound(String language, Sentiment sentiment, List<String> tags) {
        return message(Direction.INBOUND, Author.Kind.CUSTOMER, language, sentiment, tags);
    }

    private static Message message(
            Direction direction, Author.Kind kind, String language, Sentiment sentiment, List<String> tags) {
        return new Message(
                direction,
                Visibility.PUBLIC,
                new Author("u1", kind),
                language,
                false,
                null,
                null,
                null,
                tags,
                sentiment);
    }
}
