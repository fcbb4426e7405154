package io.replybeat.care.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.codec.Bytes;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.watch.Chatter.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a care team told of its customers' chatter, and what not? */
class BrandWatchTest {

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration A_QUARTER = Duration.ofMinutes(15);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final Stream BILLING_ON_X = Stream.of("x", "billing", 6, 0.3);
    private static final Stream HOW_TO_ON_X = Stream.of("x", "how_to", 8, 0.1);
    private static final Stream HOW_TO_ON_FACEBOOK = Stream.of("facebook", "how_to", 4, 0.1);
    private static final Stream THE_REST = Stream.of("facebook", null, 3, 0.2);
    private static final Stream[] AS_USUAL = {BILLING_ON_X, HOW_TO_ON_X, HOW_TO_ON_FACEBOOK, THE_REST};
    private static final Stream BILLING_DISASTER =
            Stream.of("x", "billing", 60, 0.3).grave(5000);
    private static final Stream NOTHING = Stream.of("x", null, 0, 0);

    private static final Subject ACME = Subject.brand("acme");
    private static final Subject BILLING = new Subject(Cut.TOPIC, "billing");
    private static final Subject HOW_TO = new Subject(Cut.TOPIC, "how_to");
    private static final Subject X = new Subject(Cut.NETWORK, "x");
    private static final Subject FACEBOOK = new Subject(Cut.NETWORK, "facebook");

    private final Chatter chatter = new Chatter(1, BrandPolicy.DEFAULT);

    @Test
    void a_billing_disaster_is_one_alert_of_the_brand_and_its_slices_join_it() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        Alert fired = only(chatter.goesOn(FIVE_MINUTES, asUsualAnd(BILLING_DISASTER)));

        assertThat(fired.rule()).isEqualTo(Rule.VOLUME_SPIKE);
        assertThat(fired.subject()).isEqualTo(ACME);
        assertThat(fired.change()).isEqualTo(Change.FIRED);
        assertThat(fired.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(fired.evidence().joined()).containsExactly(X, BILLING);
    }

    @Test
    void it_says_why_and_shows_the_messages_of_what_made_the_change() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        Alert fired = only(chatter.goesOn(FIVE_MINUTES, asUsualAnd(BILLING_DISASTER)));

        assertThat(fired.why())
                .matches("7\\d messages in 5 minutes, 21 expected at this hour \\(usually \\d+ to \\d+\\)\\."
                        + " Of the change: topic billing \\+5\\d \\(\\d+ %\\), network x \\+5\\d \\(\\d+ %\\)\\.");
        assertThat(fired.measure().expected())
                .isBetween(fired.measure().low(), fired.measure().high());
        assertThat(fired.evidence().causes()).extracting(Cause::subject).containsExactly(BILLING, X);
        assertThat(fired.evidence().causes().get(0).share()).isBetween(0.8, 1.1);
        assertThat(fired.evidence().messageIds()).hasSizeBetween(3, 10).doesNotHaveDuplicates();
        assertThat(fired.evidence().conversationIds())
                .hasSameSizeAs(fired.evidence().messageIds());
    }

    @Test
    void it_takes_itself_back_a_quarter_of_an_hour_after_the_last_unusual_bucket() {
        chatter.goesOn(A_WEEK, AS_USUAL)
                .goesOn(HALF_AN_HOUR, asUsualAnd(BILLING_DISASTER))
                .news();
        long usualAgain = chatter.now();

        Alert resolved = only(chatter.goesOn(AN_HOUR, AS_USUAL));

        assertThat(resolved.change()).isEqualTo(Change.RESOLVED);
        assertThat(resolved.resolvedAt()).isEqualTo(usualAgain + A_QUARTER.toMillis());
        assertThat(resolved.why()).contains("Over at ");
    }

    @Test
    void more_of_a_sour_topic_is_no_second_alert_on_tone() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        chatter.goesOn(HALF_AN_HOUR, asUsualAnd(BILLING_DISASTER)).goesOn(AN_HOUR, AS_USUAL);

        assertThat(chatter.news()).extracting(Alert::rule).containsOnly(Rule.VOLUME_SPIKE);
    }

    @Test
    void a_topic_that_sounds_worse_while_another_spikes_is_told() {
        Stream billing = Stream.of("x", "billing", 20, 0.1);
        Stream shipping = Stream.of("x", "delivery", 10, 0.6);
        chatter.goesOn(A_WEEK, billing, shipping).news();

        chatter.goesOn(A_QUARTER, Stream.of("x", "billing", 20, 0.8), Stream.of("x", "delivery", 120, 0.6));

        assertThat(chatter.news())
                .filteredOn(alert -> alert.rule() == Rule.SENTIMENT_DROP)
                .extracting(Alert::subject)
                .contains(BILLING);
    }

    @Test
    void of_a_topic_that_sounds_worse_the_networks_that_make_it_so_are_named() {
        Stream quiet = Stream.of("x", "how_to", 100, 0.05);
        chatter.goesOn(A_WEEK, quiet, Stream.of("x", "billing", 8, 0.1), Stream.of("facebook", "billing", 8, 0.1))
                .news();

        chatter.goesOn(A_QUARTER, quiet, Stream.of("x", "billing", 8, 0.95), Stream.of("facebook", "billing", 8, 0.1));

        Alert drop = chatter.news().stream()
                .filter(alert -> alert.subject().equals(BILLING))
                .findFirst()
                .orElseThrow();
        assertThat(drop.evidence().causes()).extracting(Cause::subject).containsExactly(X);
        assertThat(drop.evidence().causes().get(0).share()).isBetween(0.8, 1.2);
    }

    @Test
    void three_messages_in_an_hour_are_too_few_however_unusual() {
        Stream busy = Stream.of("x", "how_to", 20, 0.1);
        chatter.goesOn(A_WEEK, busy, Stream.of("x", "fraud", 0.01, 0.1)).news();

        chatter.goesOn(AN_HOUR, busy, Stream.of("x", "fraud", 0.3, 0.1));

        assertThat(chatter.news()).isEmpty();
    }

    @Test
    void what_one_topic_has_too_much_of_is_found_though_the_brand_hardly_shows_it() {
        Stream busy = Stream.of("x", "how_to", 200, 0.1);
        Stream seldom = Stream.of("facebook", "outage", 1, 0.5);
        chatter.goesOn(A_WEEK, busy, seldom).news();

        Alert fired = only(chatter.goesOn(FIVE_MINUTES, busy, Stream.of("facebook", "outage", 25, 0.5)));

        assertThat(fired.subject()).isIn(new Subject(Cut.TOPIC, "outage"), FACEBOOK);
    }

    @Test
    void a_drop_in_tone_at_flat_volume_is_told_within_three_buckets_and_is_told_apart_from_another_mix() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        chatter.goesOn(
                A_QUARTER,
                Stream.of("x", "billing", 6, 0.9),
                Stream.of("x", "how_to", 8, 0.7),
                Stream.of("facebook", "how_to", 4, 0.7),
                THE_REST);

        List<Alert> alerts = chatter.news();
        assertThat(alerts).extracting(Alert::rule).containsOnly(Rule.SENTIMENT_DROP);
        assertThat(alerts.get(0).subject()).isEqualTo(ACME);
        assertThat(alerts.get(0).why()).contains("from a worse tone", "from another mix of topics");
        assertThat(alerts.get(0).evidence().causes()).extracting(Cause::subject).contains(BILLING, HOW_TO, X);
    }

    @Test
    void a_change_of_tone_is_the_sum_of_its_parts() {
        Chatter sad = chatter.goesOn(A_WEEK, AS_USUAL);
        sad.news();
        sad.goesOn(A_QUARTER, Stream.of("x", "billing", 20, 0.9), Stream.of("x", "how_to", 4, 0.7));

        for (Alert alert : sad.news()) {
            if (alert.rule() == Rule.SENTIMENT_DROP && alert.subject().equals(ACME)) {
                assertThat(alert.evidence().causes().stream()
                                .filter(cause -> cause.subject().cut() == Cut.TOPIC)
                                .mapToDouble(Cause::share)
                                .sum())
                        .isBetween(0.9, 1.6);
            }
        }
    }

    @Test
    void twice_as_many_messages_in_the_same_tone_are_no_drop_in_sentiment() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        chatter.goesOn(
                AN_HOUR,
                Stream.of("x", "billing", 12, 0.3),
                Stream.of("x", "how_to", 16, 0.1),
                Stream.of("facebook", "how_to", 8, 0.1),
                Stream.of("facebook", null, 6, 0.2));

        assertThat(chatter.news()).extracting(Alert::rule).doesNotContain(Rule.SENTIMENT_DROP);
    }

    @Test
    void fewer_messages_than_the_minimum_call_nobody() {
        Chatter quiet = new Chatter(3, policy("{minimum_messages: 40}"));
        Stream few = Stream.of("x", "how_to", 2, 0.1);
        quiet.goesOn(A_WEEK, few).news();

        assertThat(quiet.goesOn(A_QUARTER, Stream.of("x", "how_to", 15, 0.1)).news())
                .isEmpty();
    }

    @Test
    void in_its_first_hour_a_brand_has_nothing_to_be_compared_with() {
        chatter.goesOn(FIVE_MINUTES, THE_REST).goesOn(Duration.ofMinutes(50), asUsualAnd(BILLING_DISASTER));

        assertThat(chatter.news()).isEmpty();
    }

    @Test
    void on_its_first_day_a_morning_that_comes_little_by_little_is_no_spike() {
        chatter.goesOn(Duration.ofHours(6), Stream.of("x", null, 2, 0.1));
        for (int each = 2; each <= 40; each++) {
            chatter.goesOn(A_QUARTER, Stream.of("x", null, each, 0.1));
        }

        assertThat(chatter.news()).isEmpty();
    }

    @Test
    void a_source_that_is_silent_is_not_learnt_as_a_quiet_time() {
        chatter.goesOn(A_WEEK, AS_USUAL).goesOn(Duration.ofHours(6), NOTHING).news();

        chatter.goesOn(AN_HOUR, AS_USUAL);

        assertThat(chatter.news()).isEmpty();
    }

    @Test
    void a_network_whose_source_is_silent_does_not_alarm_when_it_is_back() {
        Stream x = Stream.of("x", "how_to", 30, 0.1);
        Stream facebook = Stream.of("facebook", "how_to", 20, 0.1);
        chatter.goesOn(A_WEEK, x, facebook).goesOn(Duration.ofHours(8), x).news();

        chatter.goesOn(AN_HOUR, x, facebook);

        assertThat(chatter.news()).extracting(Alert::subject).doesNotContain(FACEBOOK);
    }

    @Test
    void a_new_topic_that_begins_with_a_crisis_is_found() {
        chatter.goesOn(A_WEEK, AS_USUAL).news();

        Alert fired = only(chatter.goesOn(FIVE_MINUTES, asUsualAnd(Stream.of("facebook", "outage", 30, 0.5))));

        assertThat(fired.evidence().causes()).extracting(Cause::subject).contains(new Subject(Cut.TOPIC, "outage"));
    }

    @Test
    void empty_buckets_may_be_judged_one_by_one_or_made_up_for_later() {
        Stream seldom = Stream.of("x", "how_to", 0.3, 0.1);
        Stream spike = Stream.of("x", "how_to", 30, 0.1);
        Chatter eager = new Chatter(5, BrandPolicy.DEFAULT).goesOn(A_WEEK, seldom);
        Chatter lazy = new Chatter(5, BrandPolicy.DEFAULT).goesOn(A_WEEK, seldom);

        eager.goesOn(AN_HOUR, NOTHING).reseed(9).goesOn(FIVE_MINUTES, spike);
        lazy.nobodyLooks(AN_HOUR).reseed(9).goesOn(FIVE_MINUTES, spike);

        assertThat(eager.news()).hasSize(1).isEqualTo(lazy.news());
        assertThat(bytes(eager.watch())).isEqualTo(bytes(lazy.watch()));
    }

    @Test
    void a_restored_watch_says_the_same() {
        Chatter whole = crisis(new Chatter(7, BrandPolicy.DEFAULT), false);
        Chatter restored = crisis(new Chatter(7, BrandPolicy.DEFAULT), true);

        assertThat(whole.alerts()).isNotEmpty().isEqualTo(restored.alerts());
        assertThat(bytes(whole.watch())).isEqualTo(bytes(restored.watch()));
    }

    @Test
    void a_slice_takes_less_than_four_kilobytes() {
        chatter.goesOn(A_WEEK, AS_USUAL);

        assertThat(bytes(chatter.watch()).length).isLessThan(6 * 4096);
    }

    private static Chatter crisis(Chatter chatter, boolean restoring) {
        for (int bucket = 0; bucket < 600; bucket++) {
            chatter.goesOn(FIVE_MINUTES, bucket % 300 > 290 ? asUsualAnd(BILLING_DISASTER) : AS_USUAL);
            if (restoring) {
                chatter.after(BrandWatchTest::writtenAndRead);
            }
        }
        return chatter;
    }

    private static BrandWatch writtenAndRead(BrandWatch watch) {
        Bytes bytes = new Bytes();
        bytes.append(watch, BrandWatch.BrandWatchCodec.CODEC);
        try {
            return BrandWatch.BrandWatchCodec.CODEC.read(bytes.readAt(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(BrandWatch watch) {
        Bytes bytes = new Bytes();
        bytes.append(watch, BrandWatch.BrandWatchCodec.CODEC);
        return bytes.toArray();
    }

    private static Alert only(Chatter chatter) {
        List<Alert> news = chatter.news();
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private static Stream[] asUsualAnd(Stream another) {
        return new Stream[] {BILLING_ON_X, HOW_TO_ON_X, HOW_TO_ON_FACEBOOK, THE_REST, another};
    }

    private static BrandPolicy policy(String alerts) {
        return Brands.parse("brands: {acme: {alerts: " + alerts + "}}").of("acme");
    }
}
