package dev.quorate.output;

import java.util.List;

/**
 * Rows under headings. Cells are text as it is meant to be read; the renderer makes it harmless and fits the width.
 *
 * @param columns the headings, in order
 * @param rows walked once, each as long as {@code columns}
 */
public record Table(List<String> columns, Iterable<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
    }
}
