package dev.quorate.watch;

import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.etcd.view.KeyValueView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** One answer of a watch. Its JSON is that of etcd's Go client, which spells all fields with a capital. */
record WatchView(WatchResponse response, boolean hex) implements View {

    private static final List<String> COLUMNS = List.of("event", "key", "value", "version", "mod revision");

    @Override
    public Tree tree() {
        return Tree.fields()
                .put("Header", HeaderView.tree(response.header()))
                .put(
                        "Events",
                        Tree.array(
                                response.events().stream().map(WatchView::tree).toList()))
                .put("CompactRevision", response.compactRevision())
                .put("Canceled", response.canceled())
                .put("Created", response.created())
                .build();
    }

    private static Tree tree(WatchEvent event) {
        var fields = Tree.fields()
                .putUnlessZero("type", event.type() == WatchEvent.Type.DELETE ? 1 : 0)
                .put("kv", KeyValueView.tree(event.keyValue()));
        event.previous().ifPresent(previous -> fields.put("prev_kv", KeyValueView.tree(previous)));
        return fields.build();
    }

    @Override
    public Table table() {
        return Table.leftAligned(
                COLUMNS, response.events().stream().map(this::row).toList());
    }

    private List<String> row(WatchEvent event) {
        KeyValue keyValue = event.keyValue();
        return List.of(
                event.type().name(),
                KeyValueView.cell(keyValue.key(), hex),
                KeyValueView.cell(keyValue.value(), hex),
                Long.toString(keyValue.version()),
                Long.toString(keyValue.modRevision()));
    }

    @Override
    public void lines(LineSink out) {
        for (WatchEvent event : response.events()) {
            out.line(event.type().name());
            event.previous().ifPresent(previous -> KeyValueView.lines(previous, hex, out));
            KeyValueView.lines(event.keyValue(), hex, out);
        }
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(response.header(), out);
        for (WatchEvent event : response.events()) {
            out.line("\"Type\" : " + event.type().name());
            event.previous().ifPresent(previous -> KeyValueView.fields("Prev", previous, out));
            KeyValueView.fields("", event.keyValue(), out);
        }
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage()
                .message(1, HeaderView.protobuf(response.header()))
                .bool(3, response.created())
                .bool(4, response.canceled())
                .number(5, response.compactRevision());
        response.events().forEach(event -> message.message(11, protobuf(event)));
        out.write(message.toArray());
    }

    private static ProtobufMessage protobuf(WatchEvent event) {
        var message = new ProtobufMessage()
                .number(1, event.type() == WatchEvent.Type.DELETE ? 1 : 0)
                .message(2, KeyValueView.protobuf(event.keyValue()));
        event.previous().ifPresent(previous -> message.message(3, KeyValueView.protobuf(previous)));
        return message;
    }
}
