package dev.quorate.output;

import java.util.List;

/**
 * Rows under headings. Cells are text as it is meant to be read; the renderer makes it harmless and fits the width.
 *
 * @param columns the headings, in order; shown in capitals
 * @param rows walked once, each as long as {@code columns}
 * @param alignment of the cells; headings are centred
 * @param caption what the rows come to, in a line or more under them; may be empty
 */
public record Table(List<String> columns, Iterable<List<String>> rows, Alignment alignment, String caption) {

    public enum Alignment {
        LEFT,
        RIGHT
    }

    public Table {
        columns = List.copyOf(columns);
    }

    /** Aligned to the right, as etcdctl's tables are. */
    public Table(List<String> columns, Iterable<List<String>> rows) {
        this(columns, rows, Alignment.RIGHT, "");
    }

    public static Table leftAligned(List<String> columns, Iterable<List<String>> rows) {
        return new Table(columns, rows, Alignment.LEFT, "");
    }

    public Table withCaption(String text) {
        return new Table(columns, rows, alignment, text);
    }

    /** The rows as {@code simple} has them: a line each, its cells with commas between. */
    public void writeLines(LineSink out) {
        rows.forEach(row -> out.line(String.join(", ", row)));
    }

    /** The rows as {@code fields} has them: {@code "COLUMN" : "cell"} lines, and an empty one after each row. */
    public void writeFields(LineSink out) {
        for (List<String> row : rows) {
            for (int index = 0; index < row.size(); index++) {
                out.line(GoText.quote(columns.get(index)) + " : " + GoText.quote(row.get(index)));
            }
            out.line("");
        }
    }
}
