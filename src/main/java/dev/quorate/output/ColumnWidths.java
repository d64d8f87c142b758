package dev.quorate.output;

import java.util.List;

/** How wide each column of a table is. */
final class ColumnWidths {

    /** No column is shrunk below this. */
    private static final int LEAST = 6;

    private ColumnWidths() {}

    /** As wide as the cells ask for; on a terminal the widest shrink until the table fits or nothing more can give. */
    static int[] of(List<List<CellText>> rows, Surface surface) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<CellText> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        if (surface.terminal()) {
            shrink(widths, surface.width());
        }
        return widths;
    }

    /** Whether a table of these {@code widths} fits the terminal; anywhere else every table does. */
    static boolean fit(int[] widths, Surface surface) {
        return !surface.terminal() || taken(widths) <= surface.width();
    }

    private static void shrink(int[] widths, int available) {
        int taken = taken(widths);
        while (taken > available) {
            int widest = widest(widths);
            if (widths[widest] <= LEAST) {
                return;
            }
            widths[widest]--;
            taken--;
        }
    }

    private static int taken(int[] widths) {
        int taken = 1;
        for (int width : widths) {
            taken += width + 3;
        }
        return taken;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            if (widths[i] > widths[widest]) {
                widest = i;
            }
        }
        return widest;
    }
}
