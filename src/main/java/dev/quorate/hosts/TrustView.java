package dev.quorate.hosts;

import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import dev.quorate.remote.ssh.SeenHostKey;
import java.util.List;
import java.util.Locale;

/** The keys hosts show, and what is known of them. */
record TrustView(List<SeenHostKey> keys) implements View {

    private static final List<String> COLUMNS = List.of("host", "address", "type", "fingerprint", "standing");

    @Override
    public Tree tree() {
        return Tree.array(keys.stream()
                .map(key -> Tree.fields()
                        .put("host", key.host())
                        .put("address", key.place())
                        .put("type", key.key().type())
                        .put("fingerprint", key.key().fingerprint())
                        .put("standing", standing(key))
                        .build())
                .toList());
    }

    @Override
    public Table table() {
        return Table.leftAligned(COLUMNS, keys.stream().map(TrustView::row).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        table().writeLines(out);
    }

    private static List<String> row(SeenHostKey key) {
        return List.of(key.host(), key.place(), key.key().shortType(), key.key().fingerprint(), standing(key));
    }

    private static String standing(SeenHostKey key) {
        return key.standing().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void fields(LineSink out) {
        table().writeFields(out);
    }
}
