package dev.quorate.hosts;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.remote.ssh.SshHosts;
import dev.quorate.remote.ssh.SshSettings;
import dev.quorate.remote.ssh.Sudo;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code host …}. */
public final class HostCommands implements CommandGroup {

    private static final Argument<List<String>> COMMAND =
            Argument.oneOrMore("command", ValueTypes.TEXT.named("command"), "what to run");
    private static final Flag<String> UNIT =
            Flag.value("unit", ValueTypes.TEXT.named("unit"), "etcd", "the systemd unit");
    private static final Flag<Integer> LINES = Flag.value(
                    "lines", ValueTypes.INT32, 50, "how many entries of each host")
            .shortName('n');
    private static final Flag<Optional<String>> SINCE = Flag.optional(
            "since", ValueTypes.TEXT.named("time"), "entries from then on: 10m, 2h, today, \"2026-01-31 14:00\" (UTC)");
    private static final Flag<Boolean> FOLLOW =
            Flag.bool("follow", "goes on until interrupted").shortName('f');
    private static final Flag<Optional<Path>> PUBLIC_KEY = Flag.optional(
            "public-key",
            ValueType.of("file", Path::of).completing(Completes.FILE),
            "the key to let in (default: the first of ~/.ssh/id_ed25519.pub, id_ecdsa.pub, id_rsa.pub)");

    private final HostChoice choice;
    private final Supplier<SshHosts> connections;
    private final Clock clock;
    private final Map<String, String> environment;

    /** @param connections made when first used */
    public HostCommands(
            QuorateHome home,
            Sessions sessions,
            Supplier<SshHosts> connections,
            Clock clock,
            Map<String, String> environment) {
        this.choice = new HostChoice(home, sessions);
        this.connections = connections;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                declare("facts", "Shows what the hosts are and how they stand", Effect.READS, HostHelp.FACTS)
                        .flags(HostFlags.with())
                        .runs(this::facts),
                declare("exec", "Runs a command on hosts at once", Effect.WRITES, HostHelp.EXEC)
                        .arguments(COMMAND)
                        .flags(HostFlags.with(HostFlags.SUDO))
                        .runs(this::exec),
                declare("logs", "Shows the journals of hosts as one, in the order of time", Effect.READS, HostHelp.LOGS)
                        .flags(HostFlags.with(UNIT, LINES, SINCE, FOLLOW, HostFlags.SUDO))
                        .runs(this::logs),
                declare("trust", "Shows host keys and remembers those not known yet", Effect.READS, HostHelp.TRUST)
                        .flags(HostFlags.with())
                        .runs(this::trust),
                declare("copy-key", "Lets your key in on hosts, with a password once", Effect.WRITES, HostHelp.COPY_KEY)
                        .flags(HostFlags.with(PUBLIC_KEY))
                        .runs(this::copyKey));
    }

    private static CommandSpec.Builder declare(String word, String summary, Effect effect, String details) {
        return CommandSpec.named("host " + word, summary)
                .group("Hosts")
                .effect(effect)
                .details(details);
    }

    private void facts(Invocation line) throws InterruptedException {
        List<Answer<FactsOfHost>> answers = Answer.ofAll(
                choice.of(line),
                line.get(HostFlags.WIDTH),
                host -> FactsOfHost.of(connections.get().host(host), clock));
        line.print(new FactsView(Answer.values(answers)));
        Answer.requireAll(answers, line::note);
    }

    private void exec(Invocation line) throws InterruptedException {
        HostCommandLine command = new HostCommandLine(line.get(COMMAND));
        new Exec(connections.get(), line).run(command, withSudo(line), line.get(HostFlags.WIDTH));
    }

    private void logs(Invocation line) throws InterruptedException {
        Journals.Request request =
                new Journals.Request(line.get(UNIT), line.get(LINES), line.get(SINCE), line.get(FOLLOW));
        Journals journals = new Journals(connections.get(), line, withSudo(line));
        if (request.follow()) {
            journals.follow(request, line.get(HostFlags.WIDTH));
        } else {
            journals.show(request, line.get(HostFlags.WIDTH));
        }
    }

    private void trust(Invocation line) throws InterruptedException {
        new Trust(connections.get(), line)
                .establish(choice.of(line), line.get(HostFlags.WIDTH), line.get(HostFlags.ACCEPT_NEW));
    }

    private void copyKey(Invocation line) throws InterruptedException {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        PublicKey key = PublicKey.find(line.get(PUBLIC_KEY), home);
        new CopyKey(connections.get(), line).to(choice.of(line), key, line.get(HostFlags.WIDTH));
    }

    private List<SshSettings> withSudo(Invocation line) {
        Sudo sudo = line.get(HostFlags.SUDO) ? Sudo.AUTO : Sudo.NONE;
        return choice.of(line).stream().map(host -> host.withSudo(sudo)).toList();
    }
}
