package dev.quorate.etcd.view;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * An answer whose JSON and YAML have each id a second time, in hexadecimal and as text. The number alone is of little use:
 * everything else writes ids in hexadecimal, and readers that take numbers for doubles round it (etcd#9535, #19262).
 */
public record HexIds(View view) implements View {

    private static final Set<String> IDS = Set.of("cluster_id", "member_id", "ID", "memberID", "leader");

    /** {@code view}, with ids in hexadecimal where {@code hex} asks for it: etcdctl knows nothing of the kind. */
    public static View beside(View view, boolean hex) {
        return hex ? new HexIds(view) : view;
    }

    @Override
    public Tree tree() {
        return withHex(view.tree());
    }

    private static Tree withHex(Tree tree) {
        return switch (tree) {
            case Tree.Array array ->
                Tree.array(StreamSupport.stream(array.items().spliterator(), false)
                        .map(HexIds::withHex)
                        .toList());
            case Tree.Fields fields -> fields(fields.entries());
            case Tree.Text text -> text;
            case Tree.Binary binary -> binary;
            case Tree.Number number -> number;
            case Tree.Bool bool -> bool;
            case Tree.Null nothing -> nothing;
        };
    }

    private static Tree fields(Iterable<Entry<String, Tree>> entries) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (Entry<String, Tree> entry : entries) {
            fields.put(entry.getKey(), withHex(entry.getValue()));
            if (IDS.contains(entry.getKey()) && entry.getValue() instanceof Tree.Number number) {
                String hex = Long.toHexString(number.value().longValue());
                fields.put(entry.getKey() + "_hex", Tree.of(hex));
            }
        }
        return new Tree.Fields(List.copyOf(fields.entrySet()));
    }

    @Override
    public Table table() {
        return view.table();
    }

    @Override
    public void lines(LineSink out) {
        view.lines(out);
    }

    @Override
    public void fields(LineSink out) {
        view.fields(out);
    }

    @Override
    public void protobuf(LineSink out) {
        view.protobuf(out);
    }

    @Override
    public boolean tabular() {
        return view.tabular();
    }

    @Override
    public boolean sameInEveryFormat() {
        return view.sameInEveryFormat();
    }
}
