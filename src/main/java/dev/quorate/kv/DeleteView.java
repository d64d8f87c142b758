package dev.quorate.kv;

import dev.quorate.etcd.DeleteResponse;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.etcd.view.KeyValueView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** Keys were deleted. */
record DeleteView(DeleteResponse response, boolean hex) implements View {

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("header", HeaderView.tree(response.header()))
                .putUnlessZero("deleted", response.deleted())
                .putUnlessEmpty(
                        "prev_kvs",
                        response.previous().stream().map(KeyValueView::tree).toList())
                .build();
    }

    @Override
    public Table table() {
        if (response.previous().isEmpty()) {
            return Table.leftAligned(List.of("deleted"), List.of(List.of(Long.toString(response.deleted()))));
        }
        return Table.leftAligned(
                KeyValueView.COLUMNS,
                response.previous().stream()
                        .map(keyValue -> KeyValueView.row(keyValue, hex))
                        .toList());
    }

    @Override
    public void lines(LineSink out) {
        out.line(Long.toString(response.deleted()));
        response.previous().forEach(previous -> KeyValueView.lines(previous, hex, out));
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(response.header(), out);
        out.line("\"Deleted\" : " + response.deleted());
        response.previous().forEach(previous -> KeyValueView.fields("Prev", previous, out));
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage()
                .message(1, HeaderView.protobuf(response.header()))
                .number(2, response.deleted());
        response.previous().forEach(previous -> message.message(3, KeyValueView.protobuf(previous)));
        out.write(message.toArray());
    }
}
