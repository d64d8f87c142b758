package dev.quorate.lease;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.Leases;
import dev.quorate.output.OutputFormat;
import dev.quorate.session.Connections;
import java.util.List;

/** {@code lease …}. */
public final class LeaseCommands implements CommandGroup {

    private static final String GROUP = "Keys";
    private static final ValueType<Long> SECONDS = ValueTypes.DECIMAL.named("ttl");
    private static final Argument<Long> TTL = Argument.required("ttl", SECONDS, "time to live in seconds");
    private static final Argument<Long> ID =
            Argument.required("leaseID", ValueTypes.LEASE, "the lease, in hexadecimal");
    private static final Flag<Boolean> KEYS = Flag.bool("keys", "shows the keys attached to the lease");
    private static final Flag<Boolean> ONCE = Flag.bool("once", "renews once and ends");

    private final Connections connections;

    public LeaseCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("lease grant", "Creates a lease")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .arguments(TTL)
                        .runs(this::grant),
                CommandSpec.named("lease revoke", "Ends a lease and deletes the keys attached to it")
                        .group(GROUP)
                        .effect(Effect.DESTROYS)
                        .arguments(ID)
                        .runs(this::revoke),
                CommandSpec.named("lease timetolive", "Shows how long a lease has left")
                        .group(GROUP)
                        .arguments(ID)
                        .flags(KEYS)
                        .runs(this::timeToLive),
                CommandSpec.named("lease list", "Lists the leases").group(GROUP).runs(this::list),
                CommandSpec.named("lease keep-alive", "Renews a lease until interrupted")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .arguments(ID)
                        .flags(ONCE)
                        .runs(this::keepAlive));
    }

    private void grant(Invocation line) {
        line.print(new GrantedView(leases().grant(line.get(TTL), 0)));
    }

    private void revoke(Invocation line) {
        long id = line.get(ID);
        line.print(new RevokedView(id, leases().revoke(id)));
    }

    private void timeToLive(Invocation line) {
        boolean keys = line.get(KEYS);
        line.print(new TimeToLiveView(leases().timeToLive(line.get(ID), keys), keys));
    }

    private void list(Invocation line) {
        line.print(new LeaseListView(leases().list()));
    }

    private void keepAlive(Invocation line) throws InterruptedException {
        long id = line.get(ID);
        if (line.get(ONCE)) {
            line.print(KeptAliveView.ofLiving(leases().keepAliveOnce(id)));
            return;
        }
        leases().keepAlive(id, renewed -> KeptAliveView.printed(renewed, line));
        if (line.format() == OutputFormat.SIMPLE) {
            line.print(new ExpiredView(id));
        }
    }

    private Leases leases() {
        return connections.client().leases();
    }
}
