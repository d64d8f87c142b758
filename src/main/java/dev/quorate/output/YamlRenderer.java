package dev.quorate.output;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map.Entry;

/** Block-style YAML of the tree, for reading: bytes that are printable text are shown as text. Streams. */
final class YamlRenderer {

    private static final int STEP = 2;

    private final LineSink out;

    YamlRenderer(LineSink out) {
        this.out = out;
    }

    void write(Tree tree) {
        node(tree, 0, "", "");
    }

    /**
     * Writes a node behind what introduces it on its line.
     *
     * @param indent of the node's own lines
     * @param beforeScalar stands between the introduction and a scalar
     * @param beforeBlock stands between the introduction and the first line of a block
     */
    private void node(Tree tree, int indent, String beforeScalar, String beforeBlock) {
        switch (tree) {
            case Tree.Fields fields -> fields(fields.entries().iterator(), indent, beforeScalar, beforeBlock);
            case Tree.Array array -> items(array.items().iterator(), indent, beforeScalar, beforeBlock);
            case Tree.Text text -> line(beforeScalar, YamlText.of(text.value(), indent));
            case Tree.Binary binary -> line(beforeScalar, binary(binary.value(), indent));
            case Tree.Number number -> line(beforeScalar, number.value().toString());
            case Tree.Bool bool -> line(beforeScalar, Boolean.toString(bool.value()));
            case Tree.Null() -> line(beforeScalar, "null");
        }
    }

    private void fields(Iterator<Entry<String, Tree>> entries, int indent, String beforeScalar, String beforeBlock) {
        if (!entries.hasNext()) {
            line(beforeScalar, "{}");
            return;
        }
        String lead = beforeBlock;
        while (entries.hasNext()) {
            Entry<String, Tree> entry = entries.next();
            text(lead + YamlText.key(entry.getKey()) + ":");
            node(entry.getValue(), indent + STEP, " ", "\n" + " ".repeat(indent + STEP));
            lead = " ".repeat(indent);
        }
    }

    private void items(Iterator<? extends Tree> items, int indent, String beforeScalar, String beforeBlock) {
        if (!items.hasNext()) {
            line(beforeScalar, "[]");
            return;
        }
        String lead = beforeBlock;
        while (items.hasNext()) {
            text(lead + "-");
            node(items.next(), indent + STEP, " ", " ");
            lead = " ".repeat(indent);
        }
    }

    private static String binary(byte[] bytes, int indent) {
        if (YamlText.isReadable(bytes)) {
            return YamlText.of(new String(bytes, StandardCharsets.UTF_8), indent);
        }
        return "!!binary " + Base64.getEncoder().encodeToString(bytes);
    }

    private void line(String before, String scalar) {
        text(before + scalar + "\n");
    }

    private void text(String text) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
