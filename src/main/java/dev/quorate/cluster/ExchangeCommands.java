package dev.quorate.cluster;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.source.Sources;
import dev.quorate.pki.PkiStore;
import dev.quorate.remote.Host;
import dev.quorate.session.QuorateHome;
import dev.quorate.session.Sessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code cluster import} and {@code cluster export}: members and settings from and for other tools. */
public final class ExchangeCommands implements CommandGroup {

    private static final String GROUP = "Cluster";
    static final Argument<String> NEW_NAME =
            Argument.required("name", ValueTypes.TEXT.named("name"), "what the cluster shall be called");
    static final Argument<Optional<String>> SOURCE = Argument.optional(
            "source",
            ValueTypes.TEXT.named("file").completing(Completes.FILE),
            "file of the other tool, or a member's own, or a folder of those; - for standard input");
    static final Flag<Optional<Sources.Kind>> KIND =
            Flag.optional("as", ValueTypes.choice(Sources.Kind.class), "what the source is, if its looks do not tell");
    static final Flag<Boolean> HCLOUD = Flag.bool("hcloud", "asks hcloud for the servers");
    static final Flag<Optional<String>> SELECTOR = Flag.optional(
            "selector", ValueTypes.TEXT.named("label=value"), "asks hcloud for the servers with these labels");
    static final Flag<Optional<String>> ANSIBLE_GROUP = Flag.optional(
            "group", ValueTypes.TEXT.named("group"), "group of the Ansible inventory; etcd if there is one");
    private static final ValueType<Export> EXPORT = ValueTypes.choice(Export.class);
    private static final Argument<Export> WHAT = Argument.required("format", EXPORT, "what is wanted");

    private final ClusterChoice choice;
    private final NewCluster newCluster;
    private final Importing importing;
    private final QuorateHome home;
    private final WayIn wayIn;

    /** @param local the machine at hand, to run hcloud on */
    public ExchangeCommands(QuorateHome home, Sessions sessions, Host local, WayIn wayIn) {
        this(home, sessions, local, wayIn, RandomToken::next);
    }

    ExchangeCommands(QuorateHome home, Sessions sessions, Host local, WayIn wayIn, Supplier<String> tokens) {
        this.choice = new ClusterChoice(home, sessions);
        this.newCluster = new NewCluster(choice.files(), tokens);
        this.importing = new Importing(local);
        this.home = home;
        this.wayIn = wayIn;
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named(
                                "cluster import",
                                "Writes the file of a new cluster of what another tool or a member's files tell")
                        .group(GROUP)
                        .details(ClusterHelp.IMPORT)
                        .arguments(NEW_NAME, SOURCE)
                        .flags(
                                KIND,
                                ANSIBLE_GROUP,
                                HCLOUD,
                                SELECTOR,
                                ClusterFlags.LIKE,
                                ClusterFlags.ETCD_VERSION,
                                ClusterFlags.SSH_USER,
                                ClusterFlags.FILE,
                                ClusterFlags.FORCE,
                                ClusterFlags.PRINT)
                        .runs(this::importHosts),
                CommandSpec.named("cluster export", "Writes what other tools need to know of a cluster")
                        .group(GROUP)
                        .details(ClusterHelp.EXPORT)
                        .arguments(WHAT, ClusterFlags.NAME)
                        .flags(ClusterFlags.FILE)
                        .runs(this::export));
    }

    private void importHosts(Invocation line) throws IOException, InterruptedException {
        String name = line.get(NEW_NAME);
        newCluster.requireFree(line, name);
        Importing.Result imported = importing.read(line, newCluster);
        imported.remarks().forEach(line::note);
        newCluster.write(
                line,
                imported.spec(),
                "What the cluster " + name + " should be.\nIts members came from " + Importing.origin(line) + ".");
        if (!line.get(ClusterFlags.PRINT)) {
            line.note("next: cluster lint " + name + ", then cluster plan " + name);
        }
    }

    private void export(Invocation line) throws IOException {
        ClusterSpec spec = choice.read(line).spec();
        ClusterHome kept = new ClusterHome(home.cluster(spec.name()));
        PkiStore store = PkiStore.at(kept.pki(), Clock.systemUTC());
        String text = line.get(WHAT)
                .write(spec, ClientSettings.of(spec, kept, store, wayIn).tls());
        line.output().write(text.getBytes(StandardCharsets.UTF_8));
        line.output().flush();
    }
}
