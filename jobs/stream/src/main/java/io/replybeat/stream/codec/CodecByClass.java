package io.replybeat.stream.codec;

import io.replybeat.care.codec.Codec;
import java.lang.reflect.Constructor;

/** Which codec does a class name stand for? The only constant of an enum, or what its empty constructor makes. */
final class CodecByClass {

    private CodecByClass() {}

    /** The class a savepoint may name, checked now: a codec that cannot be found again would fail only at the restore. */
    static Class<?> classOf(Codec<?> codec) {
        Class<?> type = codec instanceof Enum<?> constant ? constant.getDeclaringClass() : codec.getClass();
        instanceOf(type);
        return type;
    }

    @SuppressWarnings("unchecked")
    static <T> Codec<T> instanceOf(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            if (constants.length != 1) {
                throw new IllegalArgumentException(type.getName() + " must have one constant to stand for a codec");
            }
            return (Codec<T>) constants[0];
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Codec<T>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " cannot be restored from a savepoint: make it an enum with one constant,"
                            + " or a class with a constructor without arguments",
                    e);
        }
    }
}
