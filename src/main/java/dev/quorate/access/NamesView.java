package dev.quorate.access;

import dev.quorate.etcd.Access.Names;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The users or the roles there are.
 *
 * @param kind {@code user} or {@code role}
 */
record NamesView(String kind, Names names) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(names.header()))
                .putUnlessEmpty(kind + "s", names.names().stream().map(Tree::of).toList())
                .build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                List.of(kind), names.names().stream().map(List::of).toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    @Override
    public void lines(LineSink out) {
        names.names().forEach(out::line);
    }

    /** etcdctl has it for roles. */
    @Override
    public void fields(LineSink out) {
        HeaderView.fields(names.header(), out);
        String title = kind.equals("role") ? "\"Roles\" :" : "\"Users\" :";
        out.line(title
                + names.names().stream().map(name -> " " + GoText.quote(name)).collect(Collectors.joining()));
    }

    @Override
    public void protobuf(LineSink out) {
        out.write(protobuf(names).toArray());
    }

    /** The same for all answers that are names. */
    static ProtobufMessage protobuf(Names names) {
        var message = new ProtobufMessage().message(1, HeaderView.protobuf(names.header()));
        names.names().forEach(name -> message.text(2, name));
        return message;
    }
}
