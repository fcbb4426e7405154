package io.replybeat.care.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How is a value written to state and to the network, byte for byte?
 *
 * <p>Hand-written instead of reflective, because state outlives the class: every codec starts with a version byte of its
 * own and reads all versions it ever wrote. Written values are compared and hashed by tests, so equal values must give
 * equal bytes.
 */
public interface Codec<T> {

    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
