package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.replybeat.sandbox.simulator.Incident.Kind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.Tagging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final Instant NEXT_MONDAY = Played.MONDAY.plus(Duration.ofDays(7));
    private static final List<Incident> SCRIPT = Incidents.everyWeek(Played.MONDAY, NEXT_MONDAY);
    private static final Played WEEK = play(SCRIPT);
    private static final Played QUIET_WEEK = play(List.of());

    @Test
    void the_script_is_the_same_every_week_at_known_times() {
        assertThat(SCRIPT)
                .extracting(Incident::kind, Incident::start)
                .containsExactly(
                        tuple(Kind.BILLING_OUTAGE, Instant.parse("2026-03-04T10:30:00Z")),
                        tuple(Kind.INFLUENCER_SURGE, Instant.parse("2026-03-05T14:10:00Z")),
                        tuple(Kind.AGENTS_AWAY, Instant.parse("2026-03-06T17:00:00Z")));
        assertThat(Incidents.everyWeek(Played.MONDAY, Played.MONDAY.plus(Duration.ofDays(28))))
                .hasSize(12);
    }

    @Test
    void a_billing_outage_brings_five_times_the_conversations_angry_and_urgent() {
        Incident outage = of(Kind.BILLING_OUTAGE);
        double usual = openings(QUIET_WEEK, outage);
        assertThat(openings(WEEK, outage) / usual).isBetween(4.0, 6.0);
        Set<String> urgent = WEEK.events("lumo", outage.start(), outage.end())
                .filter(event -> event.getPayload() instanceof Tagging tagging
                        && Integer.valueOf(3).equals(tagging.getTier())
                        && tagging.getAdded().contains("topic:billing"))
                .map(CareEvent::getConversationId)
                .collect(Collectors.toSet());
        assertThat((double) urgent.size()).isGreaterThan(usual * 2);
    }

    @Test
    void an_influencer_surge_is_several_people_with_an_audience_complaining_within_minutes() {
        Incident surge = of(Kind.INFLUENCER_SURGE);
        Set<String> voices = WEEK.events("nordwind", surge.start(), surge.end())
                .filter(event -> event.getPayload() instanceof Message message
                        && !message.getIsRepost()
                        && message.getAuthor().getFollowers() != null
                        && message.getAuthor().getFollowers() >= 10_000)
                .map(event -> ((Message) event.getPayload()).getAuthor().getId())
                .collect(Collectors.toSet());
        assertThat(voices).hasSize(Surge.VOICES);
        assertThat(surge.length()).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void when_the_agents_go_home_nobody_answers_and_customers_go_on_writing() {
        Incident away = of(Kind.AGENTS_AWAY);
        assertThat(replies(QUIET_WEEK, away)).isGreaterThan(20);
        assertThat(replies(WEEK, away)).isZero();
        assertThat(openings(WEEK, away)).isGreaterThan(20);
    }

    @Test
    void an_incident_of_a_brand_that_does_not_play_is_refused() {
        Incident elsewhere = new Incident(Kind.AGENTS_AWAY, "acme", Played.MONDAY, Duration.ofMinutes(5));
        assertThatThrownBy(() -> new Traffic(Settings.demo(1, 10, Played.MONDAY, List.of(elsewhere))))
                .hasMessageContaining("acme");
    }

    private static Played play(List<Incident> incidents) {
        return Played.of(
                Settings.demo(7, 120, Played.MONDAY, incidents), Duration.ofDays(5), delivery -> SCRIPT.stream()
                        .anyMatch(incident -> concerns(incident, delivery.event())));
    }

    private static boolean concerns(Incident incident, CareEvent event) {
        return incident.brand().equals(event.getBrand())
                && incident.covers(event.getOccurredAt().toEpochMilli());
    }

    private static Incident of(Kind kind) {
        return SCRIPT.stream()
                .filter(incident -> incident.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static long openings(Played played, Incident incident) {
        return played.events(incident.brand(), incident.start(), incident.end())
                .filter(event -> event.getSequence() == 0)
                .count();
    }

    private static long replies(Played played, Incident incident) {
        return played.events(incident.brand(), incident.start(), incident.end())
                .filter(Played::isReplyOfAgent)
                .count();
    }
}
