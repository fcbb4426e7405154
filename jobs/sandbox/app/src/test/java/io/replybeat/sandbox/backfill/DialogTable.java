package io.replybeat.sandbox.backfill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * First responses computed a second time, from the table alone: sort, find, count. Knows nothing of events, clocks, importers
 * or streams, and shares no line of code with them, not even the reading of CSV.
 */
final class DialogTable {

    private record Turn(Instant at, String company, String conversation, boolean byClient) {}

    private DialogTable() {}

    /** Company → seconds from the first client row of a conversation to the first agent row after it, smallest first. */
    static Map<String, List<Long>> firstResponses(Path csv) throws IOException {
        Map<String, List<Turn>> conversations = new TreeMap<>();
        List<List<String>> rows = rows(Files.readString(csv));
        for (List<String> row : rows.subList(1, rows.size())) {
            Turn turn = new Turn(
                    Instant.parse(row.get(0)),
                    row.get(1),
                    row.get(2),
                    row.get(3).equals("client"));
            conversations
                    .computeIfAbsent(turn.company + "/" + turn.conversation, key -> new ArrayList<>())
                    .add(turn);
        }
        Map<String, List<Long>> seconds = new TreeMap<>();
        for (List<Turn> turns : conversations.values()) {
            turns.sort(Comparator.comparing(Turn::at)); // stable: equal times keep the order of the file
            Instant asked = null;
            for (Turn turn : turns) {
                if (turn.byClient && asked == null) {
                    asked = turn.at;
                } else if (!turn.byClient && asked != null) {
                    seconds.computeIfAbsent(turn.company, key -> new ArrayList<>())
                            .add(turn.at.getEpochSecond() - asked.getEpochSecond());
                    break;
                }
            }
        }
        seconds.values().forEach(values -> values.sort(null));
        return seconds;
    }

    static double median(List<Long> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }

    /** The smallest value that at least nine tenths of the values do not exceed. */
    static long ninetiethPercentile(List<Long> sorted) {
        for (long candidate : sorted) {
            long notAbove = sorted.stream().filter(value -> value <= candidate).count();
            if (notAbove * 10 >= sorted.size() * 9L) {
                return candidate;
            }
        }
        throw new AssertionError("nine tenths of nothing");
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
