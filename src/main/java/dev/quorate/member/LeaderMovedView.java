package dev.quorate.member;

import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

/** @param header all zero, as etcd leaves it out of this answer */
record LeaderMovedView(long from, long to, ResponseHeader header) implements View {

    private static final ResponseHeader NONE = new ResponseHeader(0, 0, 0, 0);

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        if (!header.equals(NONE)) {
            fields.put("header", HeaderView.tree(header));
        }
        return fields.build();
    }

    @Override
    public Table table() {
        return new Table(List.of("from", "to"), List.of(List.of(Long.toHexString(from), Long.toHexString(to))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("Leadership transferred from " + Long.toHexString(from) + " to " + Long.toHexString(to));
    }

    @Override
    public void fields(LineSink out) {
        out.line("\"From\" : " + Long.toUnsignedString(from));
        out.line("\"To\" : " + Long.toUnsignedString(to));
    }

    @Override
    public void protobuf(LineSink out) {
        if (!header.equals(NONE)) {
            out.write(new ProtobufMessage()
                    .message(1, HeaderView.protobuf(header))
                    .toArray());
        }
    }
}
