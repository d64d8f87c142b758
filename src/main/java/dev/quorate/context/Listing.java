package dev.quorate.context;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/**
 * Rows of text, which is all there is to say of contexts and settings.
 *
 * @param columns in lower case; they name the fields of the tree too
 */
record Listing(List<String> columns, List<List<String>> rows) implements View {

    @Override
    public Tree tree() {
        return Tree.array(rows.stream().map(this::tree).toList());
    }

    private Tree tree(List<String> row) {
        Tree.Builder fields = Tree.fields();
        for (int i = 0; i < row.size(); i++) {
            fields.put(columns.get(i), row.get(i));
        }
        return fields.build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(columns, rows);
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
