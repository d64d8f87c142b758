package dev.quorate.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a view becomes, as text. */
final class Written {

    private Written() {}

    static String tree(Tree tree, OutputFormat format, Surface surface) {
        return view(new OneTree(tree), format, surface);
    }

    static String table(Table table, Surface surface) {
        return view(new OneTable(table), OutputFormat.TABLE, surface);
    }

    static String view(View view, OutputFormat format, Surface surface) {
        var bytes = new ByteArrayOutputStream();
        new ViewWriter(bytes, surface).write(view, format);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    record OneTree(Tree tree) implements View {
        @Override
        public Table table() {
            return new Table(List.of(), List.of());
        }

        @Override
        public void lines(LineSink out) {}

        @Override
        public void fields(LineSink out) {}
    }

    record OneTable(Table table) implements View {
        @Override
        public Tree tree() {
            return new Tree.Null();
        }

        @Override
        public void lines(LineSink out) {
            out.line("lines");
        }

        @Override
        public void fields(LineSink out) {}

        @Override
        public boolean tabular() {
            return true;
        }
    }
}
