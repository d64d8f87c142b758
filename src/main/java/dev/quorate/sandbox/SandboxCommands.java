package dev.quorate.sandbox;

import dev.quorate.command.Argument;
import dev.quorate.command.BadValueException;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.OnProtected;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Preflight;
import dev.quorate.guard.Risk;
import dev.quorate.plan.PlanLog;
import dev.quorate.sandbox.DisturbMember.Disturbance;
import dev.quorate.sandbox.Sandbox.Manner;
import dev.quorate.session.ClusterContexts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code sandbox …}. */
public final class SandboxCommands implements CommandGroup {

    private static final ValueType<EtcdVersion> VERSION = ValueType.of("version", SandboxCommands::version);
    private static final Argument<String> MEMBER = Argument.required(
            "member", ValueTypes.TEXT.named("name").completing(Completes.MEMBER), "name of the member");
    private static final Flag<Optional<Integer>> MEMBERS =
            Flag.optional("members", ValueTypes.INT32, "how many members a new sandbox has (default 3)");
    private static final Flag<Optional<EtcdVersion>> ETCD_VERSION =
            Flag.optional("etcd-version", VERSION, "the etcd a new sandbox runs (default: what is there)");
    private static final Flag<Boolean> PURGE = Flag.bool("purge", "deletes the data, certificates and settings too");

    private final Supplier<Sandbox> sandbox;
    private final Supplier<ClusterContexts> context;

    public SandboxCommands(Supplier<Sandbox> sandbox, Supplier<ClusterContexts> context) {
        this.sandbox = sandbox;
        this.context = context;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                command("up", "Makes the practice cluster, or brings back what is missing of it", Effect.WRITES)
                        .flags(MEMBERS, ETCD_VERSION)
                        .runs(this::up),
                command("down", "Stops the practice cluster", Effect.DESTROYS)
                        .flags(PURGE)
                        .runs(this::down),
                command("status", "Shows the members' processes", Effect.READS).runs(this::status),
                member(
                        "start",
                        "Starts a member",
                        Effect.WRITES,
                        (line, manner) -> sandbox.get().start(name(line), manner)),
                member(
                        "stop",
                        "Stops a member as an operator would",
                        Effect.DISRUPTS,
                        (line, manner) -> sandbox.get().stop(name(line), manner)),
                disturbance("kill", "Kills a member as a crash would", Disturbance.KILL),
                disturbance("pause", "Freezes a member: it is there and answers nothing", Disturbance.PAUSE),
                disturbance("resume", "Lets a frozen member go on", Disturbance.RESUME));
    }

    private static CommandSpec.Builder command(String word, String summary, Effect effect) {
        return CommandSpec.named("sandbox " + word, summary)
                .group("Practice")
                .effect(effect)
                .onProtected(OnProtected.RUNS);
    }

    /** What is done to a member. */
    @FunctionalInterface
    private interface Deed {
        void on(Invocation line, Manner manner) throws InterruptedException;
    }

    private CommandSpec disturbance(String word, String summary, Disturbance disturbance) {
        return member(
                word,
                summary,
                Effect.DISRUPTS,
                (line, manner) -> sandbox.get().disturb(name(line), disturbance, manner));
    }

    private CommandSpec member(String word, String summary, Effect effect, Deed deed) {
        return command(word, summary, effect).arguments(MEMBER).runs(line -> {
            deed.on(line, manner(line));
            line.note(sandbox.get().votes());
        });
    }

    private void up(Invocation line) throws InterruptedException {
        SandboxRequest request = new SandboxRequest(line.get(MEMBERS), line.get(ETCD_VERSION));
        Preflight.of(new MemberCountCheck(request)).pass(line::note);
        SandboxSpec spec = sandbox.get().up(request, manner(line));
        if (!line.dryRun()) {
            context.get().use(Sandbox.NAME, sandbox.get().settings(spec));
            status(line);
        }
    }

    private void down(Invocation line) throws InterruptedException {
        if (!line.get(PURGE)) {
            sandbox.get().down(manner(line));
            return;
        }
        if (!line.dryRun()) {
            new Confirmation(line).of(new Risk.Loss("all data of the sandbox will be deleted", Sandbox.NAME));
        }
        sandbox.get().purge(manner(line));
        if (!line.dryRun()) {
            context.get().forget(Sandbox.NAME);
        }
    }

    private void status(Invocation line) throws InterruptedException {
        line.print(new SandboxStatusView(sandbox.get().status()));
    }

    private static String name(Invocation line) {
        return line.get(MEMBER);
    }

    private static Manner manner(Invocation line) {
        return new Manner(line.dryRun(), new PlanLog(line::note));
    }

    private static EtcdVersion version(String word) throws BadValueException {
        return EtcdVersion.parse(word).orElseThrow(() -> new BadValueException("not a version such as 3.5.30"));
    }
}
