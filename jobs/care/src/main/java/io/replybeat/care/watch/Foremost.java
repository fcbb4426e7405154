package io.replybeat.care.watch;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Which few messages come first in an order? Merging two gives the same as reading both, since no message is in both. */
final class Foremost {

    /** So many are enough to see what it is about, and few enough to be kept for every slice. */
    static final int MOST = 5;

    private final Comparator<Heard> order;
    private final List<Heard> first = new ArrayList<>(MOST + 1);

    Foremost(Comparator<Heard> order) {
        this.order = order;
    }

    void add(Heard heard) {
        if (first.size() == MOST && order.compare(heard, first.get(MOST - 1)) >= 0) {
            return;
        }
        int place = Collections.binarySearch(first, heard, order);
        if (place >= 0) {
            return;
        }
        first.add(-place - 1, heard);
        if (first.size() > MOST) {
            first.remove(MOST);
        }
    }

    void addAll(Foremost other) {
        other.first.forEach(this::add);
    }

    List<Heard> inOrder() {
        return Collections.unmodifiableList(first);
    }

    void write(DataOutput out) throws IOException {
        Wire.writeVarLong(first.size(), out);
        for (Heard heard : first) {
            heard.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            add(Heard.read(in));
        }
    }
}
