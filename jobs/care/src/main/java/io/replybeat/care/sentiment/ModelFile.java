package io.replybeat.care.sentiment;

import io.replybeat.care.codec.Wire;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How is a sentiment model kept as bytes?
 *
 * <p>Four bytes {@code RBSM}, the version of the format as an int (big-endian, like all numbers), then, deflated: the
 * number of panels in the order of {@link LanguageGroup}; for each a byte that is 1 when it knows no neutral tone, the
 * number of its experts, these and, when it is not 1, the guide. Of an expert or guide: three floats of bias (negative,
 * neutral, positive; of a guide first, second and third kind), and for each {@link Family} in order the slots as a power
 * of two (byte), the worth of a step (float), the number of slots in use (int), the distances from one of these to the
 * next (base 128, low bits first, the first from −1), then their weights, signed bytes: all of the first label, all of
 * the second, all of the third. A file of another version is refused. A change of {@link Features} or {@link NormalText} needs a new version: old weights mean nothing to it.
 */
final class ModelFile {
    private static final int MAGIC = 0x5242534D;
    private static final int VERSION = 5;
    private static final int MOST_BITS = 24;

    private ModelFile() {}

    static byte[] bytes(LinearSentiment model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream head = new DataOutputStream(bytes)) {
            head.writeInt(MAGIC);
            head.writeInt(VERSION);
            try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(head, best, 1 << 16))) {
                out.writeByte(model.panels().length);
                for (Panel panel : model.panels()) {
                    out.writeBoolean(panel.binary());
                    out.writeByte(panel.experts().size());
                    for (Expert expert : panel.experts()) {
                        write(expert, out);
                    }
                    if (panel.guide() != null) {
                        write(panel.guide(), out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            best.end();
        }
        return bytes.toByteArray();
    }

    static LinearSentiment read(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        try {
            if (head.readInt() != MAGIC) {
                throw new IOException("not a sentiment model of Replybeat; train-sentiment writes one");
            }
            int version = head.readInt();
            if (version != VERSION) {
                throw new IOException("a sentiment model of format " + version + ", this release reads " + VERSION
                        + "; train it again with train-sentiment");
            }
            DataInputStream body = new DataInputStream(new BufferedInputStream(new InflaterInputStream(head), 1 << 16));
            Panel[] panels = new Panel[body.readUnsignedByte()];
            if (panels.length != LanguageGroup.values().length) {
                throw new IOException("a sentiment model of " + panels.length + " groups of languages, expected "
                        + LanguageGroup.values().length + "; train it again with train-sentiment");
            }
            for (int i = 0; i < panels.length; i++) {
                panels[i] = panel(body);
            }
            return new LinearSentiment(panels);
        } catch (EOFException e) {
            throw new IOException("the sentiment model ends too early; train it again with train-sentiment", e);
        }
    }

    private static void write(Expert expert, DataOutputStream out) throws IOException {
        for (float bias : expert.biases) {
            out.writeFloat(bias);
        }
        for (int family = 0; family < Family.COUNT; family++) {
            int[] slots = expert.slots[family];
            out.writeByte(Expert.slotBits(slots));
            out.writeFloat(expert.scales[family]);
            out.writeInt(inUse(slots));
            int last = -1;
            for (int slot = 0; slot < slots.length; slot++) {
                if (slots[slot] != 0) {
                    Wire.writeVarLong(slot - last, out);
                    last = slot;
                }
            }
            for (int shift = 0; shift < 24; shift += 8) {
                for (int weights : slots) {
                    if (weights != 0) {
                        out.writeByte(weights >> shift);
                    }
                }
            }
        }
    }

    private static Panel panel(DataInputStream in) throws IOException {
        boolean binary = in.readBoolean();
        int count = in.readUnsignedByte();
        if (count == 0 || count > Solver.LABELS) {
            throw new IOException("the sentiment model is damaged; train it again with train-sentiment");
        }
        List<Expert> experts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            experts.add(expert(in));
        }
        return new Panel(experts, count == 1 ? null : expert(in), binary);
    }

    private static Expert expert(DataInputStream in) throws IOException {
        float[] biases = {in.readFloat(), in.readFloat(), in.readFloat()};
        int[][] slots = new int[Family.COUNT][];
        float[] scales = new float[Family.COUNT];
        for (int family = 0; family < Family.COUNT; family++) {
            int bits = in.readUnsignedByte();
            if (bits == 0 || bits > MOST_BITS) {
                throw new IOException("the sentiment model is damaged; train it again with train-sentiment");
            }
            slots[family] = new int[1 << bits];
            scales[family] = in.readFloat();
            readSlots(slots[family], in);
        }
        return new Expert(slots, scales, biases);
    }

    private static void readSlots(int[] slots, DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > slots.length) {
            throw new IOException("the sentiment model is damaged; train it again with train-sentiment");
        }
        int[] inUse = new int[count];
        long slot = -1;
        for (int i = 0; i < count; i++) {
            slot += Wire.readVarLong(in);
            if (slot < 0 || slot >= slots.length) {
                throw new IOException("the sentiment model is damaged; train it again with train-sentiment");
            }
            inUse[i] = (int) slot;
        }
        for (int shift = 0; shift < 24; shift += 8) {
            for (int used : inUse) {
                slots[used] |= in.readUnsignedByte() << shift;
            }
        }
    }

    private static int inUse(int[] slots) {
        int count = 0;
        for (int weights : slots) {
            if (weights != 0) {
                count++;
            }
        }
        return count;
    }
}
