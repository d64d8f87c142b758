package dev.quorate.output;

import dev.quorate.output.Table.Alignment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

/**
 * Tables in the shape etcdctl's have. On a terminal the widest columns give way until the table fits, and their cells
 * take several lines. Widths come from the first rows; the rest of a long result is fitted to them, so memory stays flat.
 */
final class TableRenderer {

    private static final int MEASURED_ROWS = 1000;
    private static final int MOST_LINES = 12;

    private final LineSink out;
    private final Surface surface;

    TableRenderer(LineSink out, Surface surface) {
        this.out = out;
        this.surface = surface;
    }

    void write(Table table) {
        boolean asEtcdctl = table.alignment() == Alignment.RIGHT && !surface.terminal();
        Iterator<List<String>> rows = table.rows().iterator();
        List<List<CellText>> measured = new ArrayList<>();
        measured.add(headings(table));
        while (rows.hasNext() && measured.size() <= MEASURED_ROWS) {
            measured.add(cells(rows.next(), asEtcdctl));
        }
        int[] widths = ColumnWidths.of(measured, surface);
        boolean columns = measured.size() == 1 || ColumnWidths.fit(widths, surface);
        Layout layout = columns ? new Grid(widths, table.alignment()) : new Records(measured.getFirst());
        layout.begin(measured.getFirst());
        measured.stream().skip(1).forEach(layout::row);
        rows.forEachRemaining(row -> layout.row(cells(row, asEtcdctl)));
        layout.end();
        table.caption().lines().forEach(line -> out.line(Visible.text(line)));
    }

    private static List<CellText> headings(Table table) {
        return table.columns().stream()
                .map(column -> CellText.of(column.toUpperCase(Locale.ROOT), false))
                .toList();
    }

    private static List<CellText> cells(List<String> row, boolean asEtcdctl) {
        return row.stream().map(cell -> CellText.of(cell, asEtcdctl)).toList();
    }

    /** {@code line} in {@code blanks}, which is what the column has left. */
    private static String centred(String line, String blanks) {
        int left = blanks.length() / 2;
        return blanks.substring(0, left) + line + blanks.substring(left);
    }

    /** How rows are arranged. */
    private sealed interface Layout {

        default void begin(List<CellText> headings) {}

        void row(List<CellText> cells);

        default void end() {}
    }

    /** Rows between rules. */
    private final class Grid implements Layout {
        private final int[] widths;
        private final BinaryOperator<String> alignment;

        private Grid(int[] widths, Alignment alignment) {
            this.widths = widths;
            this.alignment = switch (alignment) {
                case LEFT -> String::concat;
                case RIGHT -> (line, blanks) -> blanks + line;
            };
        }

        @Override
        public void begin(List<CellText> headings) {
            rule();
            row(headings, TableRenderer::centred);
            rule();
        }

        @Override
        public void end() {
            rule();
        }

        private void rule() {
            var rule = new StringBuilder("+");
            for (int width : widths) {
                rule.append("-".repeat(width + 2)).append('+');
            }
            out.line(rule.toString());
        }

        @Override
        public void row(List<CellText> cells) {
            row(cells, alignment);
        }

        private void row(List<CellText> cells, BinaryOperator<String> aligned) {
            List<List<String>> columns = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                columns.add(cells.get(i).within(widths[i], surface.terminal() ? MOST_LINES : Integer.MAX_VALUE));
            }
            int height = Math.max(1, columns.stream().mapToInt(List::size).max().orElse(1));
            for (int line = 0; line < height; line++) {
                line(columns, line, aligned);
            }
        }

        private void line(List<List<String>> columns, int line, BinaryOperator<String> aligned) {
            var text = new StringBuilder("|");
            for (int i = 0; i < columns.size(); i++) {
                String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                String blanks = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
                text.append(' ').append(aligned.apply(cell, blanks)).append(" |");
            }
            out.line(text.toString());
        }
    }

    /** A cell a line, empty ones left out, where the terminal is too narrow for columns. */
    private final class Records implements Layout {
        private final List<CellText> headings;
        private final int label;

        private Records(List<CellText> headings) {
            this.headings = headings;
            this.label = headings.stream().mapToInt(CellText::width).max().orElse(0);
        }

        @Override
        public void row(List<CellText> cells) {
            for (int i = 0; i < cells.size(); i++) {
                String name = String.join(" ", headings.get(i).lines());
                for (String line : cells.get(i).within(Math.max(1, surface.width() - label - 2), MOST_LINES)) {
                    out.line((name + " ".repeat(label - DisplayWidth.of(name) + 2) + line).stripTrailing());
                    name = "";
                }
            }
            out.line("");
        }
    }
}
