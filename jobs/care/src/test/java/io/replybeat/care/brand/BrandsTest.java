package io.replybeat.care.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.callout.CalloutPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrandsTest {

    private static final String ACME =
            """
            brands:
              acme:
                time_zone: Europe/Berlin
                business_hours:
                  - effective_from: 2026-01-01
                    weekly: {mon: ["09:00-12:30", "13:30-18:00"], sat: ["10:00-14:00"]}
                    holidays: [2026-12-25]
                policies: {wait_starts_at: newest, bot_reply_ends_wait: false, first_response_anchor: last_handoff_or_reopen}
                sla:
                  - {tier: 3, clock: business, first_response: 15m, next_reply: 30m, resolution: 8h}
                  - {clock: calendar, first_response: 1h, next_reply: 4h, resolution: 24h}
            """;

    private final BrandPolicy acme = Brands.parse(ACME).of("acme");

    @Test
    void everything_a_brand_can_say_is_read() {
        assertThat(acme.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(acme.policies())
                .isEqualTo(new Policies(WaitStart.NEWEST, false, FirstResponseAnchor.LAST_HANDOFF_OR_REOPEN));
        assertThat(acme.sla())
                .containsExactly(
                        new SlaRule(3, null, SlaClock.BUSINESS, minutes(15), minutes(30), minutes(480)),
                        new SlaRule(
                                SlaRule.ANY_TIER, null, SlaClock.CALENDAR, minutes(60), minutes(240), minutes(1440)));
        assertThat(openHours(acme.calendar(), "2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z"))
                .isEqualTo(Duration.ofHours(8 + 4));
    }

    @Test
    void the_first_rule_that_matches_the_tier_applies_and_one_without_tier_matches_all() {
        assertThat(acme.slaFor(3, null).firstResponseMillis()).isEqualTo(minutes(15));
        assertThat(acme.slaFor(1, null).firstResponseMillis()).isEqualTo(minutes(60));
        assertThat(acme.slaFor(0, null).firstResponseMillis()).isEqualTo(minutes(60));
        assertThat(BrandPolicy.DEFAULT.slaFor(3, null)).isNull();
    }

    @Test
    void a_target_that_is_left_out_is_none() {
        BrandPolicy policy = Brands.parse("brands: {acme: {sla: [{tier: 1, next_reply: PT15M}]}}")
                .of("acme");
        assertThat(policy.slaFor(1, null)).isEqualTo(new SlaRule(1, null, SlaClock.CALENDAR, 0, minutes(15), 0));
        assertThat(policy.slaFor(2, null)).isNull();
    }

    @Test
    void default_applies_wholly_to_brands_that_are_not_named_and_to_no_other() {
        Brands brands = Brands.parse(
                """
                brands:
                  default: {time_zone: Asia/Kolkata, sla: [{first_response: 1h}]}
                  acme: {policies: {bot_reply_ends_wait: no}}
                """);
        assertThat(brands.of("unheard of").zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(brands.of("acme").zone()).isEqualTo(ZoneId.of("Z"));
        assertThat(brands.of("acme").sla()).isEmpty();
        assertThat(brands.of("acme").policies().botReplyEndsWait()).isFalse();
    }

    @Test
    void without_any_file_every_brand_has_the_default_policy() {
        assertThat(Brands.none().of("acme")).isEqualTo(BrandPolicy.DEFAULT);
        assertThat(Brands.parse("")).isEqualTo(Brands.none());
        assertThat(Brands.parse("brands:\n  acme:\n").of("acme")).isEqualTo(BrandPolicy.DEFAULT);
    }

    @Test
    void business_hours_may_be_one_version_and_a_day_one_interval() {
        BrandPolicy policy = Brands.parse(
                        """
                        brands:
                          acme:
                            business_hours:
                              weekly:
                                mon: 9:00-17:00
                                tue:
                              holidays: 2026-12-28
                        """)
                .of("acme");
        assertThat(openHours(policy.calendar(), "2026-12-14T00:00:00Z", "2026-12-29T00:00:00Z"))
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void what_yaml_would_turn_into_numbers_and_switches_stays_as_written() {
        Brands brands = Brands.parse(
                """
                brands:
                  no: {time_zone: Europe/Oslo}
                  007: {time_zone: "Europe/London"}
                  on: {business_hours: {effective_from: "2026-01-01", weekly: {"mon": [00:00-24:00]}}}
                """);
        assertThat(brands.named()).containsOnlyKeys("no", "007", "on");
        assertThat(brands.of("007").zone()).isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void brands_can_share_what_they_have_in_common_by_anchor_and_merge() {
        Brands brands = Brands.parse(
                """
                brands:
                  acme: &usual {time_zone: Europe/Berlin, sla: [{first_response: 1h}]}
                  globex: {<<: *usual, time_zone: America/New_York}
                """);
        assertThat(brands.of("globex").zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(brands.of("globex").sla()).isEqualTo(brands.of("acme").sla());
    }

    @Test
    void a_thousand_brands_can_share_their_hours() {
        StringBuilder yaml = new StringBuilder("brands:\n  default: &usual {time_zone: Asia/Tokyo}\n");
        IntStream.range(0, 1000).forEach(i -> yaml.append("  brand-%d: *usual\n".formatted(i)));
        assertThat(Brands.parse(yaml.toString()).of("brand-999").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void the_fingerprint_changes_with_every_value_and_not_with_the_way_it_is_written() {
        String fingerprint = Brands.parse(ACME).fingerprint();
        assertThat(fingerprint)
                .hasSize(16)
                .isEqualTo(Brands.parse(ACME.replace("24h", "1d")).fingerprint());
        for (String[] change : new String[][] {
            {"Europe/Berlin", "Europe/Paris"},
            {"2026-01-01", "2026-01-02"},
            {"2026-12-25", "2026-12-26"},
            {"18:00", "18:01"},
            {"sat:", "sun:"},
            {"newest", "oldest"},
            {"bot_reply_ends_wait: false", "bot_reply_ends_wait: true"},
            {"last_handoff_or_reopen", "first_message"},
            {"tier: 3", "tier: 2"},
            {"clock: business", "clock: active_business"},
            {"15m", "16m"},
            {"30m", "31m"},
            {"8h", "9h"},
            {"acme", "default"}
        }) {
            assertThat(Brands.parse(ACME.replace(change[0], change[1])).fingerprint())
                    .as(change[1])
                    .isNotEqualTo(fingerprint);
        }
    }

    @Test
    void every_key_of_callouts_can_be_set_and_those_left_out_have_their_defaults() {
        CalloutPolicy all = Brands.parse(
                        """
                        brands:
                          acme:
                            callouts:
                              surge: {authors: 4, within: 5m, quiet: 15m, critical_reach: 2_000_000}
                              snowball: {unanswered: 20m, customers: 7, within: 2h, growth: 3}
                              ignored_influencer: {after: 45m}
                              cooling_failure: {exchanges: 6, fall: 0.25}
                        """)
                .of("acme")
                .callouts();
        assertThat(all)
                .isEqualTo(new CalloutPolicy(
                        new CalloutPolicy.Surge(4, minutes(5), minutes(15), 2_000_000),
                        new CalloutPolicy.Snowball(minutes(20), 7, minutes(120), 3),
                        new CalloutPolicy.IgnoredInfluencer(minutes(45)),
                        new CalloutPolicy.CoolingFailure(6, 250_000)));

        CalloutPolicy one = Brands.parse("brands: {acme: {callouts: {surge: {authors: 4}}}}")
                .of("acme")
                .callouts();
        assertThat(one.surge()).isEqualTo(new CalloutPolicy.Surge(4, minutes(10), minutes(10), 1_000_000));
        assertThat(one.snowball()).isEqualTo(new CalloutPolicy.Snowball(minutes(30), 5, minutes(60), 2));
        assertThat(one.ignoredInfluencer()).isEqualTo(new CalloutPolicy.IgnoredInfluencer(minutes(30)));
        assertThat(one.coolingFailure()).isEqualTo(new CalloutPolicy.CoolingFailure(4, 500_000));
    }

    @Test
    void parameters_of_callouts_change_no_fingerprint_so_that_a_savepoint_can_be_restored_with_others() {
        assertThat(Brands.parse(ACME + "    callouts: {surge: {authors: 5}}\n")
                        .of("acme")
                        .callouts())
                .isNotEqualTo(CalloutPolicy.DEFAULT);
        assertThat(Brands.parse(ACME + "    callouts: {surge: {authors: 5}}\n").fingerprint())
                .isEqualTo(Brands.parse(ACME).fingerprint());
        assertThat(Brands.parse(ACME + "  other: {callouts: {surge: {authors: 5}}}\n")
                        .fingerprint())
                .isEqualTo(Brands.parse(ACME).fingerprint());
    }

    @Test
    void brands_that_were_sent_to_an_operator_are_the_same_there() throws Exception {
        Brands brands = Brands.parse(ACME);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(brands);
        Object sent = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(sent).isEqualTo(brands);
        assertThat(((Brands) sent).fingerprint()).isEqualTo(brands.fingerprint());
    }

    private static Duration openHours(BusinessCalendar calendar, String from, String until) {
        return Duration.ofMillis(calendar.openMillisUntil(Instant.parse(until).toEpochMilli())
                - calendar.openMillisUntil(Instant.parse(from).toEpochMilli()));
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
