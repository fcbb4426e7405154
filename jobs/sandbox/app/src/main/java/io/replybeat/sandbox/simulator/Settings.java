package io.replybeat.sandbox.simulator;

import io.replybeat.care.brand.Brands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What decides the traffic, wholly: two runs with equal settings give the same events, byte for byte.
 *
 * @param eventsPerMinute of all brands together, the mean over a week without incidents
 * @param start no event happens before
 */
public record Settings(long seed, List<Brand> brands, double eventsPerMinute, Instant start, List<Incident> incidents) {

    public Settings {
        if (!(eventsPerMinute > 0)) {
            throw new IllegalArgumentException("events per minute must be above 0, not " + eventsPerMinute);
        }
        if (brands.isEmpty()) {
            throw new IllegalArgumentException("without a brand there is no traffic");
        }
        brands = List.copyOf(brands);
        incidents = List.copyOf(incidents);
    }

    /** The demo's six brands, as {@code demo.yaml} describes them. */
    public static Settings demo(long seed, double eventsPerMinute, Instant start, List<Incident> incidents) {
        return new Settings(seed, Cast.of(Brands.parse(demoYaml())), eventsPerMinute, start, incidents);
    }

    /** The file a job needs with {@code --config} to know the demo's brands. */
    public static String demoYaml() {
        try (InputStream file = Settings.class.getResourceAsStream("demo.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the demo's brands", e);
        }
    }

    double shares() {
        return brands.stream().mapToDouble(Brand::share).sum();
    }

    Brand brand(String id) {
        return brands.stream()
                .filter(brand -> brand.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an incident hits a brand that does not play: " + id));
    }
}
