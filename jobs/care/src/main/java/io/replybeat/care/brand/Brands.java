package io.replybeat.care.brand;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.config.ConfigTree;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which policy holds for a brand? The one under its name, else the one under {@code default}, else {@link BrandPolicy#DEFAULT}. */
public final class Brands implements Serializable {

    private static final long serialVersionUID = 1;

    /** The name whose policy applies, wholly, to every brand that is not named. */
    public static final String DEFAULT = "default";

    private final Map<String, BrandPolicy> named;
    private final BrandPolicy fallback;

    public Brands(Map<String, BrandPolicy> named) {
        this.named = Map.copyOf(named);
        this.fallback = named.getOrDefault(DEFAULT, BrandPolicy.DEFAULT);
    }

    public static Brands none() {
        return new Brands(Map.of());
    }

    /** Reads what stands under {@code brands}; a {@link io.replybeat.care.config.ConfigException} names all that is wrong. */
    public static Brands read(ConfigTree brands) {
        return new BrandReader().brands(brands);
    }

    /** Reads a file that has {@code brands} and nothing else. */
    public static Brands parse(String yaml) {
        ConfigTree brands =
                ConfigTree.parse("brands.yaml", yaml).mapping(List.of("brands")).get("brands");
        return brands == null ? none() : read(brands);
    }

    public BrandPolicy of(String brand) {
        return named.getOrDefault(brand, fallback);
    }

    /** The same brands, told of by another policy each; also those that are not named. */
    public Brands withAlerts(UnaryOperator<AlertPolicy> change) {
        Map<String, BrandPolicy> changed = new TreeMap<>(named);
        changed.putIfAbsent(DEFAULT, fallback);
        changed.replaceAll((brand, policy) -> policy.with(change.apply(policy.alerts())));
        return new Brands(changed);
    }

    /** All policies that any brand may have. */
    public List<BrandPolicy> policies() {
        List<BrandPolicy> all = new ArrayList<>(named.values());
        all.add(fallback);
        return all;
    }

    /** The policies that were configured, ordered by name. */
    public SortedMap<String, BrandPolicy> named() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** 16 hex digits that differ as soon as any policy differs in a way that changes a number; whom alerts call changes none. */
    public String fingerprint() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(clockRules().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Those of the fallback, and of each brand whose rules are others. */
    private String clockRules() {
        SortedMap<String, String> others = new TreeMap<>();
        named.forEach((name, policy) -> {
            if (!policy.clockRules().equals(fallback.clockRules())) {
                others.put(name, policy.clockRules());
            }
        });
        return fallback.clockRules() + others;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Brands that && named.equals(that.named);
    }

    @Override
    public int hashCode() {
        return named.hashCode();
    }

    @Override
    public String toString() {
        return named().toString();
    }
}
