package io.replybeat.dashboard.read;

import java.util.Comparator;

/** In which order do people look names up? Without regard to case; names that differ in nothing else keep a fixed order. */
final class Names {

    static final Comparator<String> ORDER = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Names() {}
}
