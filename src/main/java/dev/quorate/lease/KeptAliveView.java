package dev.quorate.lease;

import dev.quorate.command.Invocation;
import dev.quorate.etcd.Leases.KeptAlive;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.output.LineSink;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;

record KeptAliveView(KeptAlive renewed) implements View {

    /** The view of a renewal, which etcd answers with a TTL of 0 for a lease that is gone. */
    static KeptAliveView ofLiving(KeptAlive renewed) {
        if (renewed.ttl() <= 0) {
            throw OperatorException.of(
                    ExitCode.BAD_CONNECTION,
                    "no lease " + LeaseText.id(renewed.id()) + ": it has expired or was revoked",
                    "lease list shows the leases there are");
        }
        return new KeptAliveView(renewed);
    }

    /** Prints a renewal; false once the lease is gone. */
    static boolean printed(KeptAlive renewed, Invocation line) {
        if (renewed.ttl() <= 0) {
            return false;
        }
        line.print(new KeptAliveView(renewed));
        return true;
    }

    @Override
    public Tree tree() {
        return HeaderView.flat(renewed.header())
                .put("ID", renewed.id())
                .put("TTL", renewed.ttl())
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("lease", "ttl"), List.of(List.of(LeaseText.id(renewed.id()), Long.toString(renewed.ttl()))));
    }

    @Override
    public void lines(LineSink out) {
        out.line("lease " + LeaseText.id(renewed.id()) + " keepalived with TTL(" + renewed.ttl() + ")");
    }

    @Override
    public void fields(LineSink out) {
        HeaderView.fields(renewed.header(), out);
        out.line("\"ID\" : " + renewed.id());
        out.line("\"TTL\" : " + renewed.ttl());
    }

    @Override
    public void protobuf(LineSink out) {
        LeaseText.protobuf(renewed.header(), out);
    }
}
