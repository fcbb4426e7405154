package io.replybeat.care.clock;

import io.replybeat.care.brand.Brands;

/** The brands that the clock's tests measure by. */
final class BrandExamples {

    private BrandExamples() {}

    /** Berlin, weekdays with a lunch break, every switch away from its default, targets on all three clocks. */
    static Brands withHoursAndTargets() {
        return brands(
                """
                time_zone: Europe/Berlin
                business_hours:
                  - weekly: {mon: ["09:00-12:30", "13:30-18:00"], tue: ["09:00-18:00"], wed: ["09:00-18:00"],
                             thu: ["09:00-18:00"], fri: ["09:00-16:00"]}
                    holidays: [2026-04-03]
                policies: {wait_starts_at: newest, bot_reply_ends_wait: false, first_response_anchor: last_handoff_or_reopen}
                sla:
                  - {tier: 3, clock: business, first_response: 15m, next_reply: 30m, resolution: 8h}
                  - {tier: 2, clock: active_business, first_response: 1h, next_reply: 2h, resolution: 16h}
                  - {clock: calendar, first_response: 1h, next_reply: 4h, resolution: 24h}
                """);
    }

    /** One brand, `acme`, configured as the YAML says. */
    static Brands brands(String acme) {
        return Brands.parse("brands:\n  acme:\n" + acme.indent(4));
    }
}
