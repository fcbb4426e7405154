package io.replybeat.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Cut;
import org.junit.jupiter.api.Test;

class AlertLinkTest {

    private static final Alert ALERT = new Alert(
            Rule.VOLUME_SPIKE,
            "R&D $1",
            new Subject(Cut.TOPIC, "Rücksendung/Geld"),
            0,
            0,
            0,
            Fields.NONE,
            Change.FIRED,
            1,
            Severity.WARNING,
            false,
            Measure.counted("messages", 5, 3),
            "",
            Evidence.NONE);

    @Test
    void an_alert_fills_the_places_escaped_for_a_URL() {
        assertThat(AlertLink.parse("https://care.example/{brand}?t={subject}&s={since}")
                        .of(ALERT))
                .isEqualTo("https://care.example/R%26D%20%241?t=R%C3%BCcksendung%2FGeld&s=1970-01-01T00%3A00%3A00Z");
    }

    @Test
    void a_link_without_places_is_the_same_for_every_alert() {
        assertThat(AlertLink.parse("http://care.example").of(ALERT)).isEqualTo("http://care.example");
    }

    @Test
    void a_place_that_no_alert_fills_and_what_is_no_URL_are_told() {
        assertThatThrownBy(() -> AlertLink.parse("https://care.example/{alert}"))
                .hasMessage("{alert} is no place; known are {id}, {brand}, {rule}, {cut}, {subject}, {since}");
        assertThatThrownBy(() -> AlertLink.parse("javascript:{id}")).hasMessageContaining("write a URL");
        assertThatThrownBy(() -> AlertLink.parse("https://{id}{")).hasMessageContaining("write a URL");
    }
}
