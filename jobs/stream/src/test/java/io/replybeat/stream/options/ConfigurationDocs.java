package io.replybeat.stream.options;

import io.replybeat.care.brand.BrandKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/configuration.md from the catalogues of options and of brand keys. */
final class ConfigurationDocs {

    static final String EXAMPLE =
            """
            kafka:
              bootstrap-servers: broker-1:9092,broker-2:9092
            elasticsearch:
              url: https://search.example:9200
              username: replybeat
              password-file: /run/secrets/elasticsearch
            windows.sizes: [1m, 1h, 1d]

            brands:
              acme:
                time_zone: Europe/Berlin
                business_hours:
                  - effective_from: 2026-01-01
                    weekly: {mon: ["09:00-12:30", "13:30-18:00"], sat: ["10:00-14:00"]}
                    holidays: [2026-12-25]
                policies: {wait_starts_at: oldest, bot_reply_ends_wait: true, first_response_anchor: first_message}
                sla:
                  - {tier: 3, clock: business, first_response: 15m, next_reply: 30m, resolution: 8h}
                  - {clock: calendar, first_response: 1h, next_reply: 4h, resolution: 24h}
                callouts:
                  surge: {authors: 3, within: 10m, quiet: 10m, critical_reach: 1000000}
                  snowball: {unanswered: 30m, customers: 5, within: 1h, growth: 2}
                  ignored_influencer: {after: 30m}
                  cooling_failure: {exchanges: 4, fall: 0.5}
              default:
                time_zone: UTC
            """;

    private static final String INTRODUCTION =
            """
            # Configuration

            Written from the code; `mvn -pl jobs/stream -am test -Dtest=ConfigurationDocsTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dreplybeat.docs.write=true` writes it again.

            An option has the value of the strongest source that gives it:

            1. a flag: `--kafka.topic=care` or `--kafka.topic care`
            2. the environment: `REPLYBEAT_KAFKA_TOPIC=care` (dots and dashes become `_`; an empty variable counts as not set)
            3. the file of `--config FILE`: YAML, keys nested or dotted as you like; it also holds the brands
            4. the default

            An unknown key in any of them is an error that names the nearest known one. `./replybeat config print` shows what
            holds and where it was given, without the secrets. Others see the flags of a process, so give a secret by
            environment or by file.

            Durations are whole numbers with units: `200ms`, `30s`, `15m`, `1h30m`, `2d` (48 hours); `PT15M` is read too. Bytes:
            `65536`, `64KiB`, `5MiB`, `1GiB`. Lists: separated by commas, in the file also YAML lists.

            ```yaml
            """;

    private static final String BRANDS =
            """

            ## Brands

            Under `brands` in the same file, one entry a brand. A brand that is not named has what stands under `default`, wholly;
            a named one inherits nothing from it. Without either: UTC, always open, no promises.

            A second is open if its local time lies in an interval of its local day: on the day the clocks go back, the repeated
            hour counts twice; the hour that they skip not at all. An interval ends after it starts, at `24:00` at the latest; one
            over midnight is written as two. Intervals that overlap count once. Versions need not be in order; one without
            `effective_from` holds until the first dated one. Hours are known from 1970 to 2199. On the business clocks, a target
            of `8h` is eight open hours, and `1d` is 24 of them.
            """;

    private ConfigurationDocs() {}

    static String markdown() {
        StringBuilder text = new StringBuilder(INTRODUCTION).append(EXAMPLE).append("```\n");
        byGroup().forEach((group, options) -> {
            text.append("\n## ").append(group).append("\n\n");
            text.append("| key | type | default | what it does |\n|---|---|---|---|\n");
            options.forEach(option -> text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(option.key(), option.type().name(), shown(option.otherwise()), option.sentence())));
        });
        text.append(BRANDS);
        for (String section : Arrays.stream(BrandKey.values())
                .map(BrandKey::section)
                .distinct()
                .toList()) {
            text.append(section.isEmpty() ? "" : "\n### %s\n".formatted(section));
            text.append("\n| key | what to write | if left out | what it means |\n|---|---|---|---|\n");
            Arrays.stream(BrandKey.values())
                    .filter(key -> key.section().equals(section))
                    .forEach(key -> text.append("| `%s` | %s | %s | %s |\n"
                            .formatted(key.word(), key.writes(), key.otherwise(), key.sentence())));
        }
        return text.toString();
    }

    private static String shown(String otherwise) {
        return otherwise == null ? "not set" : "`" + otherwise + "`";
    }

    private static Map<String, List<Option<?>>> byGroup() {
        return Options.all().stream()
                .collect(Collectors.groupingBy(
                        option -> option.key().contains(".")
                                ? option.key().substring(0, option.key().indexOf('.'))
                                : "the run",
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
