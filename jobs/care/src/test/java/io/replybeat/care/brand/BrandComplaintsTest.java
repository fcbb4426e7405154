package io.replybeat.care.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.replybeat.care.config.ConfigException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is told where it is and what to write instead. */
class BrandComplaintsTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("{timezone: Europe/Berlin}", "brands.acme.timezone: unknown key; did you mean \"time_zone\"?"),
                mistake(
                        "{time_zone: Europe/Berln}",
                        "\"Europe/Berln\": no such time zone; did you mean \"Europe/Berlin\"?"),
                mistake("{time_zone: europe/berlin}", "did you mean \"Europe/Berlin\"?"),
                mistake("{time_zone: [UTC]}", "brands.acme.time_zone: one value belongs here, not a list"),
                mistake("{time_zone: }", "brands.acme.time_zone: the value is missing"),
                mistake("7", "brands.acme: here belong keys with values, not \"7\""),
                mistake("{policies: {wait_start_at: oldest}}", "did you mean \"wait_starts_at\"?"),
                mistake(
                        "{policies: {wait_starts_at: older}}",
                        "\"older\": did you mean \"oldest\"? Known here: oldest, newest"),
                mistake("{policies: {bot_reply_ends_wait: maybe}}", "\"maybe\": write true or false"),
                mistake(
                        "{policies: {first_response_anchor: last_handoff}}",
                        "brands.acme.policies.first_response_anchor: \"last_handoff\": did you mean"),
                mistake(
                        "{callouts: {surge: {author: 3}}}",
                        "brands.acme.callouts.surge.author: unknown key; did you mean \"authors\"?"),
                mistake(
                        "{callouts: {surges: {}}}",
                        "brands.acme.callouts.surges: unknown key; did you mean \"surge\"?"),
                mistake("{callouts: {surge: {authors: 1}}}", "\"1\": write a whole number from 2 to 100"),
                mistake("{callouts: {surge: {critical_reach: many}}}", "\"many\": write a whole number from 1"),
                mistake("{callouts: {snowball: {within: 8d}}}", "a span of more than nothing and at most 7d"),
                mistake("{callouts: {ignored_influencer: {after: 30}}}", "\"30\": it has no unit"),
                mistake("{callouts: {cooling_failure: {exchanges: 2}}}", "write a whole number from 3 to 100"),
                mistake("{callouts: {cooling_failure: {fall: 2.5}}}", "\"2.5\": write a number from 0.01 to 2"),
                mistake("{callouts: {cooling_failure: {fall: much}}}", "\"much\": write a number from 0.01 to 2"),
                mistake("{callouts: {snowball: {growth: 101}}}", "write a whole number from 0 to 100"),
                mistake("{sla: [{tier: 4}]}", "brands.acme.sla[0].tier: \"4\": a tier is 1, 2 or 3"),
                mistake("{sla: [{tier: 0}]}", "leave the key out for a rule that matches every one"),
                mistake("{sla: [{clock: bussiness}]}", "did you mean \"business\"?"),
                mistake("{sla: [{}, {first_reply: 1h}]}", "brands.acme.sla[1].first_reply: unknown key; did you mean"),
                mistake("{sla: [{next_reply: 15}]}", "\"15\": it has no unit; write 15s, 15m, 15h or 15d"),
                mistake("{sla: [{next_reply: 1.5h}]}", "such as 30s, 15m, 1h30m or 2d"),
                mistake("{sla: [{next_reply: 1:30}]}", "\"1:30\": write whole numbers with units"),
                mistake("{sla: [{next_reply: 0s}]}", "a target is longer than nothing"),
                mistake("{sla: [{next_reply: PT-5M}]}", "a target is longer than nothing"),
                mistake("{sla: [{next_reply: 99999999999999999999d}]}", "write whole numbers with units"),
                mistake("{sla: [business]}", "brands.acme.sla[0]: here belong keys with values"),
                mistake("{business_hours: []}", "it is empty; leave it out for always open"),
                mistake("{business_hours: {mon: [\"09:00-17:00\"]}}", "brands.acme.business_hours.mon: unknown key"),
                mistake("{business_hours: {holidays: [2026-12-25]}}", "weekly is missing"),
                mistake("{business_hours: {weekly: {monday: []}}}", "unknown key; did you mean \"mon\"?"),
                mistake(
                        "{business_hours: {weekly: {mon: [\"9-17\"]}}}",
                        "\"9-17\": write from-until as \"09:00-12:30\""),
                mistake("{business_hours: {weekly: {mon: [9:00]}}}", "weekly.mon[0]: \"9:00\": write from-until"),
                mistake(
                        "{business_hours: {weekly: {fri: [\"22:00-02:00\"]}}}",
                        "an interval over midnight is written as two"),
                mistake("{business_hours: {weekly: {fri: [\"09:00-25:00\"]}}}", "25:00 is no time of day"),
                mistake(
                        "{business_hours: {effective_from: 1.1.2026, weekly: {}}}",
                        "write a day of the calendar as 2026-12-25"),
                mistake(
                        "{business_hours: {weekly: {}, holidays: [2026-02-30]}}",
                        "holidays[0]: \"2026-02-30\": write a day"),
                mistake("{business_hours: [{weekly: {}}, {weekly: {}}]}", "two versions have no effective_from"));
    }

    private static Arguments mistake(String acme, String told) {
        return Arguments.of(acme, told);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_path_and_a_remedy(String acme, String told) {
        assertThat(complaint("brands:\n  acme: " + acme))
                .startsWith("brands.yaml:2: ")
                .contains(told);
    }

    @Test
    void a_key_that_stands_twice_is_told_with_the_line_of_the_second() {
        assertThat(complaint("brands:\n  acme: {}\n  globex: {}\n  acme: {}"))
                .isEqualTo("brands.yaml:4: brands.acme: this key stands here twice; keep one");
    }

    @Test
    void a_brand_that_merges_itself_is_told_and_does_not_hang() {
        assertThat(complaint("brands:\n  acme: &acme {<<: *acme}"))
                .isEqualTo("brands.yaml:2: brands.acme: this contains itself, by an alias; write it out");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(complaint(
                                """
                        brands:
                          acme:
                            time_zone: Berlin
                            business_hours:
                              - weekly: {mon: ["9-17", "18:00-17:00"]}
                              - effective_from: never
                                weekly: {}
                            policies: {wait_starts_at: x, bot_reply_ends_wait: y}
                          globex: {sla: [{tier: 9, resolution: 1}]}
                        """)
                        .lines())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        "brands.yaml:3",
                        "brands.yaml:5",
                        "brands.yaml:5",
                        "brands.yaml:6",
                        "brands.yaml:8",
                        "brands.yaml:8",
                        "brands.yaml:9",
                        "brands.yaml:9");
    }

    @Test
    void what_is_not_yaml_is_told_with_its_line() {
        assertThat(complaint("brands:\n  acme: [")).startsWith("brands.yaml:2: this is not YAML: ");
        assertThat(complaint("brands: {}\n---\nbrands: {}")).contains("brands.yaml:2: this is not YAML: ");
    }

    @Test
    void another_key_beside_brands_is_told() {
        assertThat(complaint("brand: {}")).contains("brand: unknown key; did you mean \"brands\"?");
    }

    private static String complaint(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> Brands.parse(yaml))
                .getMessage();
    }
}
