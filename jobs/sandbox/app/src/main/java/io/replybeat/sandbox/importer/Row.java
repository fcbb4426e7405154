package io.replybeat.sandbox.importer;

import java.util.Map;

/** One row of a table by the names of its columns. */
record Row(long line, String[] cells, Map<String, Integer> columns) {

    /** The cell, which may not be empty. */
    String text(String column) throws BadRow {
        String cell = optional(column);
        if (cell.isBlank()) {
            throw new BadRow(column + " is empty");
        }
        return cell;
    }

    /** The cell as it is written, empty where there is none. */
    String optional(String column) {
        return cells[columns.get(column)];
    }

    long number(String column) throws BadRow {
        String cell = text(column);
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            throw new BadRow(column + " is not a whole number: " + BadRow.quoted(cell));
        }
    }
}
