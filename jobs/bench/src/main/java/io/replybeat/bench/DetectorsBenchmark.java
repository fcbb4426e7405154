package io.replybeat.bench;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.detect.Buckets;
import io.replybeat.care.detect.ToneDetector;
import io.replybeat.care.detect.ToneState;
import io.replybeat.care.detect.Verdict;
import io.replybeat.care.detect.VolumeDetector;
import io.replybeat.care.detect.VolumeState;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to judge one closed bucket of one key? The keys come in turn, each with a state of its own that has seen
 * eight weeks; {@link DetectorsCommand} runs all.
 */
public class DetectorsBenchmark {

    private static final Buckets BUCKETS = new Buckets(Buckets.FIVE_MINUTES, ZoneId.of("Europe/Berlin"));
    private static final VolumeDetector VOLUME = new VolumeDetector(BUCKETS);
    private static final ToneDetector TONE = new ToneDetector(BUCKETS);

    @Benchmark
    public Verdict volume(VolumeKeys keys) {
        VolumeState state = keys.next();
        return observe(state, keys.bucket(), keys.messages());
    }

    @Benchmark
    public Verdict tone(ToneKeys keys) {
        ToneState state = keys.next();
        return observe(state, keys.bucket(), keys.messages());
    }

    private static Verdict observe(VolumeState state, long bucket, long messages) {
        return VOLUME.observe(state, WatchedTraffic.start(bucket), messages);
    }

    private static Verdict observe(ToneState state, long bucket, long messages) {
        return TONE.observe(
                state,
                WatchedTraffic.start(bucket),
                messages,
                WatchedTraffic.negatives(messages),
                WatchedTraffic.scores(messages));
    }

    /** Encoded as in a checkpoint, after the weeks that every key has seen. */
    static byte[] experiencedVolume() {
        VolumeState state = VOLUME.fresh();
        for (long bucket = 0; bucket < WatchedTraffic.BUCKETS; bucket++) {
            observe(state, bucket, WatchedTraffic.SHARED.messages(bucket));
        }
        return encoded(state, VolumeState.CODEC);
    }

    /** Encoded as in a checkpoint, after the weeks that every key has seen. */
    static byte[] experiencedTone() {
        ToneState state = TONE.fresh();
        for (long bucket = 0; bucket < WatchedTraffic.BUCKETS; bucket++) {
            observe(state, bucket, WatchedTraffic.SHARED.messages(bucket));
        }
        return encoded(state, ToneState.CODEC);
    }

    private static <S> byte[] encoded(S state, Codec<S> codec) {
        Bytes bytes = new Bytes();
        bytes.append(state, codec);
        return bytes.toArray();
    }

    public static class VolumeKeys extends Keys<VolumeState> {
        @Setup(Level.Iteration)
        public void begin() throws IOException {
            begin(experiencedVolume(), VolumeState.CODEC);
        }
    }

    public static class ToneKeys extends Keys<ToneState> {
        @Setup(Level.Iteration)
        public void begin() throws IOException {
            begin(experiencedTone(), ToneState.CODEC);
        }
    }

    /** Begun anew for each iteration: one key alone would else live through centuries, for which no zone has a calendar. */
    @State(Scope.Thread)
    public abstract static class Keys<S> {

        @Param({"1", "20000"})
        public int keys;

        private List<S> states;
        private int key;
        private long bucket;

        void begin(byte[] experienced, Codec<S> codec) throws IOException {
            Bytes bytes = new Bytes();
            bytes.write(experienced);
            states = new ArrayList<>(keys);
            for (int copy = 0; copy < keys; copy++) {
                states.add(codec.read(bytes.readAt(0)));
            }
            key = -1;
            bucket = WatchedTraffic.BUCKETS;
        }

        /** Once all keys have had a bucket, the next bucket comes. */
        S next() {
            if (++key == keys) {
                key = 0;
                bucket++;
            }
            return states.get(key);
        }

        long bucket() {
            return bucket;
        }

        /** Every key is in another week, at the same hour. */
        long messages() {
            return WatchedTraffic.SHARED.messages(bucket + (long) key * WatchedTraffic.WEEK);
        }
    }
}
