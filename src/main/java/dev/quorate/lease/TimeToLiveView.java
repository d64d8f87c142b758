package dev.quorate.lease;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.Leases.TimeToLive;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.GoText;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.ArrayList;
import java.util.List;

/** @param keys whether keys were asked for */
record TimeToLiveView(TimeToLive left, boolean keys) implements View {

    @Override
    public Tree tree() {
        List<Tree> attached =
                left.keys().stream().map(key -> Tree.of(key.unsafeArray())).toList();
        return HeaderView.flat(left.header())
                .put("id", left.id())
                .put("ttl", left.ttl())
                .put("granted-ttl", left.grantedTtl())
                .put("keys", attached.isEmpty() ? new Tree.Null() : Tree.array(attached))
                .build();
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(List.of("lease", "granted", "remaining"));
        List<String> row = new ArrayList<>(
                List.of(LeaseText.id(left.id()), left.grantedTtl() + "s", expired() ? "expired" : left.ttl() + "s"));
        if (keys) {
            columns.add("keys");
            row.add(String.join(", ", left.keys().stream().map(Bytes::text).toList()));
        }
        return new Table(columns, List.of(row));
    }

    @Override
    public void lines(LineSink out) {
        if (expired()) {
            out.line("lease " + LeaseText.id(left.id()) + " already expired");
            return;
        }
        out.write(Bytes.of("lease " + LeaseText.id(left.id()) + " granted with TTL(" + left.grantedTtl()
                        + "s), remaining(" + left.ttl() + "s)")
                .unsafeArray());
        if (keys) {
            writeKeys(out);
        }
        out.line("");
    }

    private boolean expired() {
        return left.grantedTtl() == 0 && left.ttl() == -1;
    }

    private void writeKeys(LineSink out) {
        out.write(Bytes.of(", attached keys([").unsafeArray());
        for (int i = 0; i < left.keys().size(); i++) {
            if (i > 0) {
                out.write(new byte[] {' '});
            }
            out.write(left.keys().get(i).unsafeArray());
        }
        out.write(Bytes.of("])").unsafeArray());
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(left.header(), out);
        out.line("\"ID\" : " + left.id());
        out.line("\"TTL\" : " + left.ttl());
        out.line("\"GrantedTTL\" : " + left.grantedTtl());
        for (Bytes key : left.keys()) {
            out.line("\"Key\" : " + GoText.quote(key.unsafeArray()));
        }
    }

    @Override
    public void protobuf(LineSink out) {
        LeaseText.protobuf(left.header(), out);
    }
}
