package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which labelled texts stand in a file or below a directory?
 *
 * <p>Tab-separated with the header {@code label lang source text}, UTF-8, one text a line, no quoting: a quote is a part
 * of the text. A line that is not so is refused by its number.
 */
public final class LabelledTexts {
    private static final String HEADER = "label\tlang\tsource\ttext";

    private LabelledTexts() {}

    /** Of all files {@code *.tsv} of a directory, by name, so that the order is the same everywhere. */
    public static List<LabelledText> ofDirectory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(file -> file.getFileName().toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    directory + " has no file *.tsv; the columns are label, lang, source, text");
        }
        List<LabelledText> texts = new ArrayList<>();
        for (Path file : files) {
            texts.addAll(ofFile(file));
        }
        return texts;
    }

    /** In the order of the file. */
    public static List<LabelledText> ofFile(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            if (header == null || !HEADER.equals(header.strip())) {
                throw new IllegalArgumentException(
                        file + " line 1: the header must be label, lang, source, text, separated by tabs");
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                texts.add(read(line, file + " line " + number));
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8 text; convert it first", e);
        }
        return texts;
    }

    private static LabelledText read(String line, String where) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 4) {
            throw new IllegalArgumentException(
                    where + ": " + fields.length
                            + " fields instead of label, lang, source, text; replace tabs and line breaks within a text by blanks");
        }
        Label label =
                switch (fields[0]) {
                    case "negative" -> Label.NEGATIVE;
                    case "neutral" -> Label.NEUTRAL;
                    case "positive" -> Label.POSITIVE;
                    default ->
                        throw new IllegalArgumentException(
                                where + ": the label is \"" + fields[0] + "\"; write negative, neutral or positive");
                };
        if (fields[1].isBlank() || fields[2].isBlank()) {
            throw new IllegalArgumentException(
                    where
                            + ": lang or source is empty; write a code such as en (und when unknown) and the name of the data set");
        }
        return new LabelledText(label, fields[1].toLowerCase(Locale.ROOT), fields[2], fields[3]);
    }
}
