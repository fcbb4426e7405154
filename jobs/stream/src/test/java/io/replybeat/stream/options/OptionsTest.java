package io.replybeat.stream.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void every_constant_is_in_the_catalogue_under_a_key_and_a_variable_of_its_own() {
        long constants = Arrays.stream(Options.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Option.class)
                .count();
        assertThat(Options.all()).hasSize((int) constants);
        assertThat(Options.all())
                .extracting(Option::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z-]+(\\.[a-z-]+)*"));
        assertThat(Options.all()).extracting(Option::variable).doesNotHaveDuplicates();
    }

    @Test
    void no_key_is_also_a_group_so_that_a_file_can_nest_them() {
        assertThat(Options.all()).noneMatch(option -> Options.isGroup(option.key()));
    }

    @Test
    void every_option_says_in_one_sentence_what_it_does() {
        assertThat(Options.all()).extracting(Option::sentence).allMatch(sentence -> sentence.matches("[A-Z].*\\."));
    }

    @Test
    void passwords_and_keys_are_secrets_and_the_files_that_hold_them_are_not() {
        assertThat(Options.all())
                .filteredOn(Option::isSecret)
                .containsExactlyInAnyOrder(
                        Options.ELASTICSEARCH_PASSWORD,
                        Options.ELASTICSEARCH_API_KEY,
                        Options.PRIVACY_KEY,
                        Options.ALERTS_ALERTMANAGER_PASSWORD,
                        Options.ALERTS_ALERTMANAGER_TOKEN,
                        Options.ALERTS_SLACK_URL,
                        Options.ALERTS_PAGERDUTY_ROUTING_KEY,
                        Options.ALERTS_WEBHOOK_SECRET);
    }
}
