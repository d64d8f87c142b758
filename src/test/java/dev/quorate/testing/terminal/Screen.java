package dev.quorate.testing.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;

/**
 * What a terminal shows at one moment.
 *
 * @param scrolledOff the lines that left at the top, oldest first, without trailing blanks
 * @param lines as many as the terminal has rows, without trailing blanks
 * @param cells the colours and styles behind {@code lines}, row by row
 * @param cursorColumn counted from 0
 * @param cursorRow counted from 0
 */
public record Screen(
        List<String> scrolledOff, List<String> lines, List<List<Cell>> cells, int cursorColumn, int cursorRow) {

    public Screen {
        scrolledOff = List.copyOf(scrolledOff);
        lines = List.copyOf(lines);
        cells = List.copyOf(cells);
    }

    /**
     * One place of the screen.
     *
     * @param text of it, empty in the second half of a wide character
     * @param foreground 12 bits of red, green and blue, −1 for the terminal's own
     */
    public record Cell(String text, int foreground, boolean bold, boolean dim) {

        /** Whether the text stands out in some red. */
        public boolean red() {
            return foreground >= 0 && channel(8) > channel(4) + 3 && channel(8) > channel(0) + 3;
        }

        /** Whether the text is held back: dim, or some grey. */
        public boolean grey() {
            return dim || (foreground >= 0 && channel(8) == channel(4) && channel(4) == channel(0) && channel(8) < 12);
        }

        private int channel(int shift) {
            return foreground >> shift & 0xf;
        }
    }

    static Screen of(ScreenTerminal terminal) {
        synchronized (terminal) {
            int columns = terminal.getColumns();
            long[] content = new long[columns * terminal.getRows()];
            int[] cursor = new int[2];
            terminal.dump(content, cursor);
            List<List<Cell>> cells = new ArrayList<>();
            for (int row = 0; row < terminal.getRows(); row++) {
                cells.add(rowOf(content, row * columns, columns));
            }
            List<String> lines = cells.stream().map(Screen::textOf).toList();
            List<String> scrolledOff = terminal.getHistory().stream()
                    .map(row -> textOf(rowOf(row, 0, row.length)))
                    .toList();
            return new Screen(scrolledOff, lines, cells, cursor[0], cursor[1]);
        }
    }

    private static List<Cell> rowOf(long[] content, int from, int columns) {
        List<Cell> row = new ArrayList<>();
        for (int i = from; i < from + columns; i++) {
            row.add(cellOf(content[i]));
        }
        return List.copyOf(row);
    }

    private static Cell cellOf(long content) {
        int codePoint = ScreenTerminal.cellCodePoint(content);
        int foreground = ScreenTerminal.cellHasForeground(content) ? ScreenTerminal.cellForeground(content) : -1;
        return new Cell(
                codePoint == 0 ? "" : Character.toString(codePoint),
                foreground,
                ScreenTerminal.cellBold(content),
                ScreenTerminal.cellDim(content));
    }

    private static String textOf(List<Cell> row) {
        return row.stream().map(Cell::text).collect(Collectors.joining()).stripTrailing();
    }

    /** What is visible, line by line, without the empty lines at the end. */
    public String text() {
        return String.join("\n", lines).stripTrailing();
    }

    /** Everything since the start, as far as the terminal remembers it. */
    public String everything() {
        return Stream.concat(scrolledOff.stream(), lines.stream())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    public boolean contains(String text) {
        return text().contains(text);
    }

    /** The line the cursor is in. */
    public String cursorLine() {
        return lines.get(cursorRow);
    }

    /** The lowest line that shows anything, empty on an empty screen. */
    public String lastLine() {
        return lines.reversed().stream()
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The cells of the lowest visible place of {@code text}, none where it is not to be seen. */
    public List<Cell> cellsOf(String text) {
        for (int row = lines.size() - 1; row >= 0; row--) {
            int column = lines.get(row).lastIndexOf(text);
            if (column >= 0) {
                return cells.get(row).stream()
                        .filter(cell -> !cell.text().isEmpty())
                        .skip(column)
                        .limit(text.length())
                        .toList();
            }
        }
        return List.of();
    }

    /** The screen in a frame, the cursor's row marked, for the message of a failed test. */
    @Override
    public String toString() {
        int columns = cells.getFirst().size();
        StringBuilder framed = new StringBuilder("┌" + "─".repeat(columns) + "┐\n");
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row);
            framed.append(row == cursorRow ? '>' : '│')
                    .append(line)
                    .append(" ".repeat(Math.max(0, columns - line.codePointCount(0, line.length()))))
                    .append("│\n");
        }
        return framed.append("└").append("─".repeat(columns)).append("┘").toString();
    }
}
