package io.replybeat.sandbox.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which counts stand in a CSV with the header {@code timestamp,value}, one bucket a row?
 *
 * <p>A row that is not so is refused by its number. An empty value is a bucket of which nothing is known.
 */
final class SeriesFile {
    private static final String HEADER = "timestamp,value";

    /**
     * One row.
     *
     * @param timestamp as it is written
     * @param value as it is written
     * @param start of the bucket, epoch milliseconds
     * @param count the value; absent where it is unknown
     */
    record Row(int line, String timestamp, String value, long start, OptionalDouble count) {}

    private SeriesFile() {}

    /** @param zone of timestamps that name none */
    static List<Row> read(Path file, ZoneId zone) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            if (header == null || !HEADER.equals(header.strip())) {
                throw new IllegalArgumentException(file + " line 1: the header must be " + HEADER);
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line, ++number, file + " line " + number, zone));
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8 text; convert it first", e);
        }
        return rows;
    }

    private static Row row(String line, int number, String where, ZoneId zone) {
        String[] fields = line.split(",", -1);
        if (fields.length != 2) {
            throw new IllegalArgumentException(where + ": " + fields.length + " fields instead of timestamp and value");
        }
        return new Row(number, fields[0], fields[1], start(fields[0], where, zone), count(fields[1], where));
    }

    private static long start(String text, String where, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.endsWith("Z")) {
                return Instant.parse(iso).toEpochMilli();
            }
            return LocalDateTime.parse(iso).atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    where + ": the timestamp is \"" + text + "\"; write 2026-03-04 10:05:00 or 2026-03-04T10:05:00Z",
                    e);
        }
    }

    private static OptionalDouble count(String text, String where) {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        double count;
        try {
            count = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            count = Double.NaN;
        }
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException(where + ": the value is \"" + text
                    + "\"; write a count, 0 or more, or nothing where it is unknown");
        }
        return OptionalDouble.of(count);
    }
}
