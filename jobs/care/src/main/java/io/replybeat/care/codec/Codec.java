package io.replybeat.care.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How is a value written to state and to the network, byte for byte?
 *
 * <p>Hand-written instead of reflective, because state outlives the class: every codec starts with a version byte of its
 * own and reads all versions it ever wrote, or refuses them by name. Exempt are keys in state, which must never change, and
 * what is only ever a part of a value with a version or on its way between two tasks of one job. Written values are
 * compared and hashed by tests, so equal values must give equal bytes.
 */
public interface Codec<T> {

    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
