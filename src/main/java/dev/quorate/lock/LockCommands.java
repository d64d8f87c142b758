package dev.quorate.lock;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.command.Values;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.view.RangeView;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import java.util.List;
import java.util.Optional;

/** {@code lock} and {@code elect}. */
public final class LockCommands implements CommandGroup {

    private static final String GROUP = "Keys";
    /** What etcd's client takes where it is told none. */
    private static final long DEFAULT_TTL = 60;

    private static final Argument<String> LOCK =
            Argument.required("lockname", ValueTypes.KEY.named("name"), "name of the lock: its keys are NAME/LEASE");
    private static final Argument<List<String>> COMMAND =
            Argument.rest("command", ValueTypes.TEXT.named("word"), "runs while the lock is held; its flags behind --");
    private static final Flag<Integer> TTL =
            Flag.value("ttl", ValueTypes.INT32.named("seconds"), 10, "how long the lock outlives a console that died");
    private static final Argument<String> ELECTION =
            Argument.required("election", ValueTypes.KEY.named("name"), "name of the election");
    private static final Argument<Optional<String>> PROPOSAL =
            Argument.optional("proposal", ValueTypes.TEXT.named("value"), "what the leader's key is to hold");
    private static final Flag<Boolean> LISTEN =
            Flag.bool("listen", "only shows who leads").shortName('l');

    private final Connections connections;

    public LockCommands(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("lock", "Holds a lock, until interrupted or while a command runs")
                        .group(GROUP)
                        .effect(Effect.WRITES)
                        .details("""
                                The command is told ETCD_LOCK_KEY and ETCD_LOCK_REV, and its exit status is passed on.

                                  lock backup
                                  lock backup -- sh -c 'pg_dump app > app.sql'
                                """)
                        .arguments(LOCK, COMMAND)
                        .flags(TTL)
                        .runs(this::lock),
                CommandSpec.named("elect", "Stands for election and leads until interrupted, or shows who leads")
                        .group(GROUP)
                        .effect(Effect.WRITES, LockCommands::effect)
                        .details("""
                                  elect primary host-1     waits until host-1 leads, then leads
                                  elect primary -l         shows the leader, and each one that follows
                                """)
                        .arguments(ELECTION, PROPOSAL)
                        .flags(LISTEN)
                        .runs(this::elect));
    }

    private static Effect effect(Values line) {
        return line.get(LISTEN) ? Effect.READS : Effect.WRITES;
    }

    private void lock(Invocation line) throws InterruptedException {
        EtcdClient client = connections.client();
        long ttl = line.get(TTL) > 0 ? line.get(TTL) : DEFAULT_TTL;
        List<String> command = line.get(COMMAND);
        try (LeaseSession session = LeaseSession.open(client.leases(), ttl);
                Place place = Place.take(new Queue(line.get(LOCK)), client, session, "")) {
            RangeResponse held = place.awaitTurn(line);
            if (command.isEmpty()) {
                line.print(RangeView.of(held, line.hex()));
                session.holdUntilInterrupted();
                return;
            }
            new GuardedCommand(command, line).run(place, held, session);
        }
    }

    private void elect(Invocation line) throws InterruptedException {
        EtcdClient client = connections.client();
        var queue = new Queue(line.get(ELECTION));
        Optional<String> proposal = proposal(line);
        if (proposal.isEmpty()) {
            new Observation(queue, client, leader -> line.print(RangeView.of(leader, line.hex()))).run();
            return;
        }
        try (LeaseSession session = LeaseSession.open(client.leases(), DEFAULT_TTL);
                Place place = Place.take(queue, client, session, proposal.get())) {
            line.print(RangeView.of(place.awaitTurn(line), line.hex()));
            session.holdUntilInterrupted();
        }
    }

    private static Optional<String> proposal(Values line) {
        Optional<String> proposal = line.get(PROPOSAL);
        if (proposal.isPresent() && line.get(LISTEN)) {
            throw OperatorException.of(ExitCode.BAD_ARGUMENTS, "proposal given but -l is set", "leave out one of them");
        }
        if (proposal.isEmpty() && !line.get(LISTEN)) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "no proposal argument but -l not set",
                    "elect NAME VALUE stands for election, elect NAME -l shows who leads");
        }
        return proposal;
    }
}
