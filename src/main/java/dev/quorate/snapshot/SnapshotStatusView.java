package dev.quorate.snapshot;

import dev.quorate.output.ByteSize;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record SnapshotStatusView(SnapshotStatus status) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("hash", Integer.toUnsignedLong(status.hash()))
                .put("revision", status.revision())
                .put("totalKey", status.totalKeys())
                .put("totalSize", status.totalSize())
                .build();
    }

    @Override
    public Table table() {
        return new Table(List.of("hash", "revision", "total keys", "total size"), List.of(row()));
    }

    private List<String> row() {
        return List.of(
                Integer.toHexString(status.hash()),
                Long.toString(status.revision()),
                Long.toString(status.totalKeys()),
                ByteSize.text(status.totalSize()));
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        out.line(String.join(", ", row()));
    }

    @Override
    public void fields(LineSink out) {
        out.line("\"Hash\" : " + Integer.toUnsignedString(status.hash()));
        out.line("\"Revision\" : " + status.revision());
        out.line("\"Keys\" : " + status.totalKeys());
        out.line("\"Size\" : " + status.totalSize());
    }
}
