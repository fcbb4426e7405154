package io.replybeat.sandbox.simulator;

import io.replybeat.care.brand.Brands;
import java.util.List;

/** Who plays in the demo? Six invented brands; their zones, hours and promises come from {@code demo.yaml}. */
final class Cast {

    private static final Weighted<String> EUROPEAN_NETWORKS = Weighted.of("x", 40)
            .or("instagram", 20)
            .or("facebook", 18)
            .or("whatsapp", 17)
            .or("app_store", 5);
    private static final Weighted<String> AMERICAN_NETWORKS = Weighted.of("x", 30)
            .or("instagram", 28)
            .or("facebook", 20)
            .or("whatsapp", 12)
            .or("youtube", 10);
    private static final Weighted<String> ASIAN_NETWORKS =
            Weighted.of("x", 42).or("line", 28).or("instagram", 20).or("app_store", 10);

    private Cast() {}

    static List<Brand> of(Brands policies) {
        return List.of(
                new Brand(
                        "nordwind",
                        "nordwind_air",
                        0.22,
                        Rhythm.WORKING_WEEK,
                        policies.of("nordwind"),
                        Weighted.of("de", 65).or("en", 35),
                        EUROPEAN_NETWORKS,
                        Weighted.of(Topic.DELAY, 35)
                                .or(Topic.BAGGAGE, 25)
                                .or(Topic.BOOKING, 20)
                                .or(Topic.REFUND, 15)
                                .or(Topic.LOGIN, 5),
                        8,
                        0.3,
                        11,
                        false),
                new Brand(
                        "lumo",
                        "lumo_mobile",
                        0.26,
                        Rhythm.WORKING_WEEK,
                        policies.of("lumo"),
                        Weighted.of("en", 92).or("pt", 8),
                        EUROPEAN_NETWORKS,
                        Weighted.of(Topic.OUTAGE, 35)
                                .or(Topic.BILLING, 30)
                                .or(Topic.CONTRACT, 20)
                                .or(Topic.LOGIN, 15),
                        10,
                        0.45,
                        8,
                        false),
                new Brand(
                        "casaverde",
                        "casaverde_loja",
                        0.18,
                        Rhythm.LEISURE,
                        policies.of("casaverde"),
                        Weighted.of("pt", 94).or("en", 6),
                        AMERICAN_NETWORKS,
                        Weighted.of(Topic.DELIVERY, 40)
                                .or(Topic.RETURNS, 20)
                                .or(Topic.REFUND, 20)
                                .or(Topic.AVAILABILITY, 20),
                        6,
                        0.35,
                        14,
                        true),
                new Brand(
                        "harborline",
                        "harborline_bank",
                        0.12,
                        Rhythm.WORKING_WEEK,
                        policies.of("harborline"),
                        Weighted.of("en", 95).or("pt", 5),
                        AMERICAN_NETWORKS,
                        Weighted.of(Topic.CARD, 45)
                                .or(Topic.LOGIN, 25)
                                .or(Topic.BILLING, 20)
                                .or(Topic.CONTRACT, 10),
                        6,
                        0.5,
                        16,
                        false),
                new Brand(
                        "flimmer",
                        "flimmer_tv",
                        0.12,
                        Rhythm.LEISURE,
                        policies.of("flimmer"),
                        Weighted.of("zh", 50).or("en", 50),
                        ASIAN_NETWORKS,
                        Weighted.of(Topic.PLAYBACK, 45)
                                .or(Topic.LOGIN, 20)
                                .or(Topic.BILLING, 20)
                                .or(Topic.AVAILABILITY, 15),
                        4,
                        0.2,
                        20,
                        false),
                new Brand(
                        "hoshimaru",
                        "hoshimaru_jp",
                        0.10,
                        Rhythm.LEISURE,
                        policies.of("hoshimaru"),
                        Weighted.of("ja", 91).or("zh", 5).or("en", 4),
                        ASIAN_NETWORKS,
                        Weighted.of(Topic.DELIVERY, 30)
                                .or(Topic.AVAILABILITY, 30)
                                .or(Topic.RETURNS, 25)
                                .or(Topic.CARD, 15),
                        6,
                        0.25,
                        7,
                        true));
    }
}
