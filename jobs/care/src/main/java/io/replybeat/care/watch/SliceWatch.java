package io.replybeat.care.watch;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.detect.ToneState;
import io.replybeat.care.detect.VolumeState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What two detectors remember of one slice of a brand: 2.2 KB. */
final class SliceWatch {

    final VolumeState volume;
    final ToneState tone;
    /** The last bucket with a message in it. */
    long lastHeard;

    SliceWatch(VolumeState volume, ToneState tone, long lastHeard) {
        this.volume = volume;
        this.tone = tone;
        this.lastHeard = lastHeard;
    }

    void write(DataOutput out) throws IOException {
        VolumeState.CODEC.write(volume, out);
        ToneState.CODEC.write(tone, out);
        Wire.writeSigned(lastHeard, out);
    }

    static SliceWatch read(DataInput in) throws IOException {
        return new SliceWatch(VolumeState.CODEC.read(in), ToneState.CODEC.read(in), Wire.readSigned(in));
    }
}
