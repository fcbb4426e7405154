package io.replybeat.sandbox.backfill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is on the next line, as bytes? A line longer than the cap is read to its end but kept only to just beyond the cap,
 * so that the intake sees that it is too large and a file without line ends takes no more memory than another.
 */
final class CountedLines implements AutoCloseable {

    private final InputStream in;
    private final int cap;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long length;

    CountedLines(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /** The next line without its end, or null after the last one. */
    byte[] next() throws IOException {
        line.reset();
        length = 0;
        while (true) {
            if (from == to) {
                from = 0;
                to = in.read(buffer);
                if (to < 0) {
                    to = 0;
                    return length == 0 ? null : line.toByteArray();
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            keep(end);
            length += end - from;
            from = end;
            if (from < to) {
                from++;
                length++;
                return line.toByteArray();
            }
        }
    }

    /** In bytes, its end included. */
    long lengthOfLast() {
        return length;
    }

    private void keep(int end) {
        int room = cap + 1 - line.size();
        if (room > 0) {
            line.write(buffer, from, Math.min(room, end - from));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
