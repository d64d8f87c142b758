package dev.quorate.kv;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.DeleteRequest;
import dev.quorate.etcd.Leases;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.TxnRequest;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.session.Connections;
import dev.quorate.session.Sessions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The commands on keys. */
public final class KvCommands implements CommandGroup {

    private static final String GROUP = "Keys";

    private static final Flag<Boolean> INTERACTIVE = Flag.bool(
                    "interactive", "write the name of each section before it is read")
            .shortName('i');

    private static final Argument<Long> REVISION =
            Argument.required("revision", ValueTypes.DECIMAL.named("revision"), "the oldest revision to keep");

    private static final Flag<Boolean> PHYSICAL =
            Flag.bool("physical", "wait until the old revisions are gone from the database");

    private final Connections connections;
    private final DeletionGuard deletions;

    public KvCommands(Connections connections, Sessions sessions) {
        this.connections = connections;
        this.deletions = new DeletionGuard(connections, sessions);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                GetLine.declaration().group(GROUP).runs(this::get),
                PutLine.declaration().group(GROUP).effect(Effect.WRITES).runs(this::put),
                DeleteLine.declaration().group(GROUP).runs(this::delete),
                CommandSpec.named("txn", "Runs requests as one transaction, read from standard input")
                        .group(GROUP)
                        .effect(Effect.DESTROYS)
                        .flags(INTERACTIVE)
                        .runs(this::transact),
                CommandSpec.named("compaction", "Gives up the history before a revision")
                        .alias("compact")
                        .group(GROUP)
                        .effect(Effect.DESTROYS)
                        .arguments(REVISION)
                        .flags(PHYSICAL)
                        .runs(this::compact));
    }

    private void get(Invocation line) {
        RangeRequest request = GetLine.request(line);
        RangeView.Lines lines = GetLine.lines(line, line.format());
        line.print(new RangeView(connections.client().keys().pages(request), lines, line.hex()));
    }

    private void put(Invocation line) {
        PutRequest request = PutLine.request(line, () -> PutLine.all(line.input()));
        Optional<Long> ttl = PutLine.timeToLive(line);
        if (ttl.isPresent()) {
            request = request.withLease(lease(ttl.get(), line));
        }
        line.print(new PutView(connections.client().keys().put(request), line.hex()));
    }

    private long lease(long ttl, Invocation line) {
        Leases.Granted granted = connections.client().leases().grant(ttl, 0);
        line.note(String.format("granted lease %016x with a TTL of %d s for the key", granted.id(), granted.ttl()));
        return granted.id();
    }

    private void delete(Invocation line) {
        if (DeleteLine.rangeUnsaid(line)) {
            line.note(
                    "deleting the range from the first key up to the second, which stays; --range says that it is meant");
        }
        DeleteRequest request = DeleteLine.request(line);
        deletions.before(line, request.range());
        line.print(new DeleteView(connections.client().keys().delete(request), line.hex()));
    }

    private void transact(Invocation line) {
        Consumer<String> title = line.get(INTERACTIVE)
                ? new PrintStream(line.output(), true, StandardCharsets.UTF_8)::println
                : name -> {};
        TxnRequest request = new TxnInput(line, title).read();
        line.print(new TxnView(connections.client().keys().transact(request), line.hex()));
    }

    private void compact(Invocation line) {
        long revision = line.get(REVISION);
        line.print(new CompactionView(connections.client().keys().compact(revision, line.get(PHYSICAL)), revision));
    }
}
