package dev.quorate.cluster;

import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Effect;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Confirmation;
import dev.quorate.guard.Risk;
import dev.quorate.passphrase.PassphraseFlags;
import dev.quorate.plan.PlanProgress;
import dev.quorate.plan.PlanReport;
import dev.quorate.session.ClusterContexts;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code cluster plan}, {@code up}, {@code drift} and {@code down}. */
public final class ClusterCommands implements CommandGroup {

    private static final Flag<Boolean> PARK =
            Flag.bool("park", "moves data of another etcd aside where a member is to be");
    private static final Flag<Boolean> OUTAGE =
            Flag.bool("allow-outage", "restarts a member although the cluster has no quorum until it is back");
    private static final Flag<List<String>> MEMBERS = Flag.repeated(
            "member",
            ValueTypes.TEXT.named("name").completing(Completes.HOST),
            "only this member; may be given several times");
    private static final Flag<Boolean> PURGE = Flag.bool("purge", "deletes the data of the members, for good");
    private static final Flag<Optional<String>> MEMBER = Flag.optional(
            "member", ValueTypes.TEXT.named("name").completing(Completes.HOST), "only this member; the others live on");
    private static final Flag<Boolean> LAST = Flag.bool("last", "says that it may be the last member there is");

    private final QuorateHome home;
    private final ClusterChoice choice;
    private final Supplier<ClusterBuild> build;
    private final Supplier<ClusterContexts> contexts;
    private final ClusterStatus status;

    public ClusterCommands(
            QuorateHome home,
            Sessions sessions,
            Supplier<ClusterBuild> build,
            Supplier<ClusterContexts> contexts,
            ClusterStatus status) {
        this.home = home;
        this.choice = new ClusterChoice(home, sessions);
        this.build = build;
        this.contexts = contexts;
        this.status = status;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                command("plan", "Shows what it takes to make the hosts what the cluster file says", Effect.READS)
                        .flags(ClusterFlags.FILE, PARK, OUTAGE)
                        .details(
                                "Looks at every host and changes nothing: the difference of each file and the commands.")
                        .runs(this::plan),
                command("up", "Takes hosts to a healthy cluster, or brings back what is missing of it", Effect.DISRUPTS)
                        .flags(ClusterFlags.FILE, PARK, OUTAGE, PassphraseFlags.FILE, PassphraseFlags.ENVIRONMENT)
                        .details("""
                                Looks first, asks once, then goes stage by stage: checks the hosts, issues certificates, \
                                installs etcd, writes configuration and units, starts all members together and waits until \
                                they are healthy. Members that already run and got another configuration, unit, program \
                                or authority are restarted one after another while the others serve, the leader last. Run \
                                it again after whatever broke it off: it goes on where it was. On a \
                                cluster that is as it should be it changes nothing.""")
                        .runs(this::up),
                command("drift", "Tells where the hosts differ from the cluster file", Effect.READS)
                        .flags(ClusterFlags.FILE)
                        .details(ClusterHelp.DRIFT)
                        .runs(this::drift),
                command("restart", "Restarts members one after another while the others serve", Effect.DISRUPTS)
                        .flags(ClusterFlags.FILE, MEMBERS, OUTAGE)
                        .details("""
                                Followers go first, the leader last, after it has handed the lead over. Before each one it is \
                                counted whether the others have a quorum, and after each one the plan waits until it has \
                                caught up. A member that is down is started. Where a restart would cost the quorum it is \
                                refused.""")
                        .runs(this::restart),
                command("down", "Takes a cluster off its hosts, or one member of it", Effect.DESTROYS)
                        .flags(ClusterFlags.FILE, MEMBER, PURGE, LAST)
                        .details("""
                                Stops the members and removes their units, programs, files and the user a plan made. Their \
                                data is moved aside, unless --purge deletes it. A member whose cluster lives on is removed \
                                from it first. The hosts can be provisioned again.""")
                        .runs(this::down));
    }

    private static CommandSpec.Builder command(String word, String summary, Effect effect) {
        return CommandSpec.named("cluster " + word, summary)
                .group("Cluster")
                .effect(effect)
                .arguments(ClusterFlags.NAME);
    }

    private KnownCluster cluster(Invocation line) {
        return KnownCluster.of(choice.read(line), home);
    }

    private void plan(Invocation line) {
        KnownCluster cluster = cluster(line);
        line.print(new PlanView(build.get().look(cluster.spec(), cluster.home(), permission(line))));
    }

    private Permission permission(Invocation line) {
        return new Permission(
                line.get(PARK), line.get(OUTAGE), build.get().passphrases().once(line));
    }

    private void drift(Invocation line) {
        KnownCluster cluster = cluster(line);
        PlanReport report = build.get().look(cluster.spec(), cluster.home(), Permission.NONE);
        line.print(new PlanView(report));
        requireAgreement(report, cluster.document().file());
    }

    private static void requireAgreement(PlanReport report, Path file) {
        if (!report.settled()) {
            throw OperatorException.of(
                    ExitCode.ERROR, "the hosts differ from " + file, "see cluster up, which mends that");
        }
        if (report.differs()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "the hosts differ from " + file + " in what cluster up leaves alone",
                    "each warning says what to do about it");
        }
    }

    private void up(Invocation line) throws Exception {
        if (line.dryRun()) {
            plan(line);
            return;
        }
        KnownCluster cluster = cluster(line);
        build.get().alone(cluster.home(), "cluster up", () -> up(line, cluster));
        contexts.get().use(cluster.spec().name(), build.get().settings(cluster.spec(), cluster.home()));
        showStatus(line);
    }

    private void up(Invocation line, KnownCluster cluster) {
        Permission permission = permission(line);
        if (!line.assumeYes()) {
            confirm(line, build.get().look(cluster.spec(), cluster.home(), permission));
        }
        try (PlanProgress progress = build.get().progress(line::note)) {
            build.get().up(cluster.spec(), cluster.home(), permission, progress);
        }
        cluster.keep();
    }

    private void restart(Invocation line) throws Exception {
        KnownCluster cluster = cluster(line);
        if (line.dryRun()) {
            line.print(new PlanView(lookRestart(line, cluster)));
            return;
        }
        build.get().alone(cluster.home(), "cluster restart", () -> restart(line, cluster));
    }

    private void restart(Invocation line, KnownCluster cluster) {
        if (!line.assumeYes()) {
            confirm(line, lookRestart(line, cluster));
        }
        try (PlanProgress progress = build.get().progress(line::note)) {
            build.get().restart(cluster.spec(), cluster.home(), restarting(line, cluster), progress);
        }
    }

    private PlanReport lookRestart(Invocation line, KnownCluster cluster) {
        return build.get().lookRestart(cluster.spec(), cluster.home(), restarting(line, cluster));
    }

    private static Restarting restarting(Invocation line, KnownCluster cluster) {
        return new Restarting(cluster.members(line.get(MEMBERS)), line.get(OUTAGE));
    }

    private void showStatus(Invocation line) throws Exception {
        StatusReport report = status.lookFromNowOn();
        line.print(report.view());
        report.problems().forEach(line::note);
    }

    private static void confirm(Invocation line, PlanReport report) {
        if (report.settled()) {
            return;
        }
        line.print(new PlanView(report));
        new Confirmation(line).of(new Risk.Disruption("the hosts will be changed as shown"));
    }

    private void down(Invocation line) throws Exception {
        KnownCluster cluster = cluster(line);
        Removal removal = cluster.removal(line.get(MEMBER), line.get(PURGE));
        removal.requireOthers(line.get(LAST));
        if (line.dryRun()) {
            line.print(new PlanView(build.get().lookDown(cluster.spec(), cluster.home(), removal)));
            return;
        }
        build.get().alone(cluster.home(), "cluster down", () -> down(line, cluster, removal));
    }

    private void down(Invocation line, KnownCluster cluster, Removal removal) {
        new Confirmation(line).of(removal.risk());
        try (PlanProgress progress = build.get().progress(line::note)) {
            build.get().down(cluster.spec(), cluster.home(), removal, progress);
        }
        if (removal.whole()) {
            contexts.get().forget(cluster.spec().name());
        }
    }
}
