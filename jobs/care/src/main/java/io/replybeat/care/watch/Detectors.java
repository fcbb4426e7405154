package io.replybeat.care.watch;

import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.brand.BrandPolicy;
import io.replybeat.care.detect.Buckets;
import io.replybeat.care.detect.ToneDetector;
import io.replybeat.care.detect.VolumeDetector;
import java.time.Duration;

/** By which detectors is a brand watched? Made from its zone, its budget and the length of a bucket; without state. */
public record Detectors(Buckets buckets, VolumeDetector volume, ToneDetector tone, AlertPolicy policy) {

    public static Detectors of(BrandPolicy brand, Duration bucket) {
        Buckets buckets = new Buckets(bucket, brand.zone());
        double budget = brand.alerts().budgetPerWeek();
        return new Detectors(
                buckets, new VolumeDetector(buckets, budget), new ToneDetector(buckets, budget), brand.alerts());
    }

    long bucketMillis() {
        return buckets.length().toMillis();
    }
}
