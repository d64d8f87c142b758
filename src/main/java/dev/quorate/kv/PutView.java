package dev.quorate.kv;

import dev.quorate.etcd.PutResponse;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.etcd.view.KeyValueView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** A key was written. */
record PutView(PutResponse response, boolean hex) implements View {

    @Override
    public Tree tree() {
        var fields = Tree.fields().put("header", HeaderView.tree(response.header()));
        response.previous().ifPresent(previous -> fields.put("prev_kv", KeyValueView.tree(previous)));
        return fields.build();
    }

    @Override
    public Table table() {
        if (response.previous().isEmpty()) {
            long revision = response.header().revision();
            return Table.leftAligned(List.of("put at revision"), List.of(List.of(Long.toString(revision))));
        }
        return Table.leftAligned(
                KeyValueView.COLUMNS,
                List.of(KeyValueView.row(response.previous().get(), hex)));
    }

    @Override
    public void lines(LineSink out) {
        out.line("OK");
        response.previous().ifPresent(previous -> KeyValueView.lines(previous, hex, out));
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(response.header(), out);
        response.previous().ifPresent(previous -> KeyValueView.fields("Prev", previous, out));
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage().message(1, HeaderView.protobuf(response.header()));
        response.previous().ifPresent(previous -> message.message(2, KeyValueView.protobuf(previous)));
        out.write(message.toArray());
    }
}
