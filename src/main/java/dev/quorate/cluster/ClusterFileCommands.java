package dev.quorate.cluster;

import dev.quorate.cluster.lint.ClusterLint;
import dev.quorate.cluster.lint.NameResolver;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code cluster init}, {@code cluster list}, {@code cluster show}, {@code cluster lint}, {@code quorum table}. */
public final class ClusterFileCommands implements CommandGroup {

    private static final String GROUP = "Cluster";
    private static final Flag<Boolean> OFFLINE = Flag.bool("no-resolve", "asks no name server");
    private static final Flag<Optional<String>> MEMBER =
            Flag.optional("member", ValueTypes.TEXT.named("name"), "shows the configuration that this member will get");
    private static final Flag<Integer> UP_TO =
            Flag.value("up-to", ValueTypes.INT32, 9, "the largest cluster of the table");

    private final ClusterChoice choice;
    private final NewCluster newCluster;
    private final NameResolver resolver;

    public ClusterFileCommands(QuorateHome home, Sessions sessions, NameResolver resolver) {
        this(home, sessions, resolver, RandomToken::next);
    }

    ClusterFileCommands(QuorateHome home, Sessions sessions, NameResolver resolver, Supplier<String> tokens) {
        this.choice = new ClusterChoice(home, sessions);
        this.newCluster = new NewCluster(choice.files(), tokens);
        this.resolver = resolver;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                declare("cluster init", "Writes the file of a new cluster, with every setting in its place")
                        .details(ClusterHelp.INIT)
                        .arguments(ClusterFlags.NEW_NAME)
                        .flags(
                                ClusterFlags.MEMBERS,
                                ClusterFlags.LIKE,
                                ClusterFlags.ETCD_VERSION,
                                ClusterFlags.SSH_USER,
                                ClusterFlags.FILE,
                                ClusterFlags.FORCE,
                                ClusterFlags.PRINT)
                        .runs(this::init),
                declare("cluster list", "Lists the clusters that have a file").runs(this::list),
                declare("cluster show", "Shows what a cluster should be, member by member")
                        .details(ClusterHelp.SHOW)
                        .arguments(ClusterFlags.NAME)
                        .flags(ClusterFlags.FILE, MEMBER)
                        .runs(this::show),
                declare("cluster lint", "Finds the faults of a cluster file and says what an expert would")
                        .details(ClusterHelp.LINT)
                        .arguments(ClusterFlags.NAME)
                        .flags(ClusterFlags.FILE, OFFLINE)
                        .runs(this::lint),
                declare(
                                "quorum table",
                                "Shows how many votes clusters of each size need and how many failures they survive")
                        .alias("cluster quorum-table")
                        .flags(UP_TO)
                        .runs(line -> line.print(QuorumTable.upTo(line.get(UP_TO)))));
    }

    private static CommandSpec.Builder declare(String words, String summary) {
        return CommandSpec.named(words, summary).group(GROUP);
    }

    private void init(Invocation line) throws IOException, InterruptedException {
        InitRequest request = InitRequest.of(line, newCluster);
        ClusterSpec spec = newCluster.design(line, request.name(), request.members());
        ClusterDocument document = newCluster.write(line, spec, request.heading());
        LintReport report = report(document, NameResolver.OFF);
        line.note("lint: " + report.summary());
        if (!line.get(ClusterFlags.PRINT)) {
            line.note("next: cluster lint " + spec.name() + ", then cluster plan " + spec.name());
        }
    }

    private void list(Invocation line) {
        line.print(ClusterList.of(choice.files()));
    }

    private void show(Invocation line) {
        ClusterSpec spec = choice.read(line).spec();
        if (line.get(MEMBER).isPresent()) {
            line.print(new MemberFileView(
                    spec, MemberFileView.member(spec, line.get(MEMBER).get())));
        } else {
            line.print(ClusterOverview.of(spec));
        }
    }

    private void lint(Invocation line) throws InterruptedException {
        LintReport report = report(choice.read(line), line.get(OFFLINE) ? NameResolver.OFF : resolver);
        line.print(report);
        report.requireNoBlocker();
    }

    private LintReport report(ClusterDocument document, NameResolver names) throws InterruptedException {
        ClusterLint lint = new ClusterLint(names, ClusterList.tokens(choice.files(), document.file()));
        return new LintReport(document.file(), lint.check(document));
    }
}
