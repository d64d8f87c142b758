package dev.quorate.access;

import dev.quorate.etcd.Access.Names;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.stream.Collectors;

/** A user and its roles. */
record UserView(String user, Names roles) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(roles.header()))
                .putUnlessEmpty("roles", roles.names().stream().map(Tree::of).toList())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(List.of("user", "roles"), List.of(List.of(user, String.join(", ", roles.names()))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("User: " + user);
        out.line("Roles:" + roles.names().stream().map(role -> " " + role).collect(Collectors.joining()));
    }

    /** etcdctl has no such form. */
    @Override
    public void fields(LineSink out) {
        HeaderView.fields(roles.header(), out);
        out.line("\"Roles\" :"
                + roles.names().stream().map(role -> " " + GoText.quote(role)).collect(Collectors.joining()));
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(NamesView.protobuf(roles).toArray());
    }
}
