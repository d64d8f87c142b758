package dev.quorate.cluster;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/**
 * Plain rows.
 *
 * @param columns their headings, which are also the names of their fields
 * @param caption what is said below the table; may be empty
 */
record RowsView(List<String> columns, List<List<String>> rows, String caption) implements View {

    RowsView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public Tree tree() {
        return Tree.array(rows.stream().map(this::tree).toList());
    }

    private Tree tree(List<String> row) {
        Tree.Builder fields = Tree.fields();
        for (int column = 0; column < columns.size(); column++) {
            put(fields, columns.get(column).replace(' ', '_'), row.get(column));
        }
        return fields.build();
    }

    private static void put(Tree.Builder fields, String name, String cell) {
        if (cell.matches("\\d{1,9}")) {
            fields.put(name, Long.parseLong(cell));
        } else {
            fields.put(name, cell);
        }
    }

    @Override
    public Table table() {
        return Table.leftAligned(columns, rows).withCaption(caption);
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }
}
