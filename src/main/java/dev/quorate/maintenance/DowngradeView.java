package dev.quorate.maintenance;

import dev.quorate.etcd.Maintenance.DowngradeAction;
import dev.quorate.etcd.Maintenance.Downgraded;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Locale;

record DowngradeView(DowngradeAction action, Downgraded answer) implements View {

    private String what() {
        return action.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(answer.header()))
                .put("version", answer.version())
                .build();
    }

    @Override
    public Table table() {
        return new Table(List.of("downgrade", "cluster version"), List.of(List.of(what(), answer.version())));
    }

    @Override
    public void lines(LineSink out) {
        out.line("Downgrade " + what() + " success, cluster version " + answer.version());
    }

    /** etcdctl has none. */
    @Override
    public void fields(LineSink out) {
        HeaderView.fields(answer.header(), out);
        out.line("\"Version\" : " + GoText.quote(answer.version()));
    }
}
