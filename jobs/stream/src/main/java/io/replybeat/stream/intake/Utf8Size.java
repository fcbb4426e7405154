package io.replybeat.stream.intake;

/** How many bytes would a text take in UTF-8? Counted, without making them. */
final class Utf8Size {

    private Utf8Size() {}

    static int of(String text) {
        int size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next >= 0x80) {
                // A surrogate counts 2: its pair makes the 4 bytes together.
                size += next < 0x800 || Character.isSurrogate(next) ? 1 : 2;
            }
        }
        return size;
    }

    /** Cheaper than {@link #of} for the many texts that are short: no text takes more than three bytes a char. */
    static boolean exceeds(String text, int bytes) {
        return text.length() > bytes / 3 && of(text) > bytes;
    }
}
