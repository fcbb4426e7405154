package io.replybeat.stream.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "Sorry @Anna!, Sorry @erased!",
        "@annaさん、ありがとう, @erasedさん、ありがとう",
        "＠anna どうも, @erased どうも",
        "@anna's parcel, @erased's parcel",
        "@anna.thanks, @erased.thanks",
        "(@anna/@ANNA), (@erased/@erased)",
        "@anna_b and @annab and @anna7, @anna_b and @annab and @anna7",
        "anna is here, anna is here"
    })
    void a_mention_is_an_at_sign_and_the_whole_handle(String text, String blotted) {
        assertThat(NamePatterns.mentionOf(List.of("anna")).matcher(text).replaceAll(ErasureRun.BLOTTED))
                .isEqualTo(blotted);
    }

    @Test
    void of_two_handles_the_longer_one_goes_whole() {
        assertThat(NamePatterns.mentionOf(List.of("anna", "anna.b"))
                        .matcher("@anna.b @anna")
                        .replaceAll(ErasureRun.BLOTTED))
                .isEqualTo("@erased @erased");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"u1\"}", "{\"id\":U1,", "u1", "to @u1さん", "u1.", "-u1-"})
    void a_name_is_found_where_it_stands_alone(String text) {
        assertThat(NamePatterns.anywhere(List.of("u1")).matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"u12\"}", "xu1", "_u1", "u1_", "4u1", ""})
    void a_part_of_another_name_is_not_the_name(String text) {
        assertThat(NamePatterns.anywhere(List.of("u1")).matcher(text).find()).isFalse();
    }

    @Test
    void a_name_of_any_length_is_found_in_avro_whose_length_before_it_may_look_like_a_letter() {
        for (int length = 1; length <= 200; length++) {
            String id = "7".repeat(length);
            String bytes = new String(avro(id), StandardCharsets.UTF_8);
            assertThat(NamePatterns.anywhere(List.of(id)).matcher(bytes).find())
                    .as("%d characters", length)
                    .isTrue();
            assertThat(NamePatterns.anywhere(List.of(id + "7")).matcher(bytes).find())
                    .isFalse();
        }
    }

    private static byte[] avro(String authorId) {
        Message message = Message.newBuilder()
                .setDirection(Direction.INBOUND)
                .setVisibility(Visibility.PUBLIC)
                .setAuthor(Author.newBuilder()
                        .setId(authorId)
                        .setKind(AuthorKind.CUSTOMER)
                        .setHandle("somebody")
                        .build())
                .setText("Hello")
                .build();
        return SingleObject.ofCareEvents()
                .encode(CareEvent.newBuilder()
                        .setEventId("e")
                        .setBrand("acme")
                        .setConversationId("c")
                        .setNetwork("x")
                        .setOccurredAt(Instant.EPOCH)
                        .setPayload(message)
                        .build());
    }
}
