package dev.quorate.cluster;

import dev.quorate.cluster.adopt.Adoption;
import dev.quorate.command.CommandGroup;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Completes;
import dev.quorate.command.Flag;
import dev.quorate.command.Invocation;
import dev.quorate.command.ValueTypes;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.file.ClusterFile;
import dev.quorate.inventory.file.ClusterFiles;
import dev.quorate.session.Connections;
import dev.quorate.session.QuorateHome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code cluster adopt}. */
public final class AdoptCommands implements CommandGroup {

    static final Flag<List<String>> HOSTS = Flag.repeated(
            "host",
            ValueTypes.TEXT.named("member=host").completing(Completes.HOST),
            "what SSH connects to for a member, if not the address of its URL");
    static final Flag<Optional<String>> UNIT =
            Flag.optional("unit", ValueTypes.TEXT.named("unit"), "the unit that starts etcd, if it is not found");
    static final Flag<Boolean> ACCEPT_NEW = Flag.bool("accept-new", "remembers unknown host keys without asking");

    private final QuorateHome home;
    private final Consumer<String> saving;
    private final Adopting adopting;
    private final NewCluster newCluster;

    /** @param saving saves under a cluster's name how the session reaches it */
    public AdoptCommands(QuorateHome home, Connections connections, ClusterHosts hosts, Consumer<String> saving) {
        this.home = home;
        this.saving = saving;
        this.adopting = new Adopting(connections, hosts);
        this.newCluster = new NewCluster(new ClusterFiles(home.clusters()), RandomToken::next);
    }

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.named("cluster adopt", "Writes the file of a cluster that runs already")
                .group("Cluster")
                .details(ClusterHelp.ADOPT)
                .arguments(ExchangeCommands.NEW_NAME)
                .flags(
                        HOSTS,
                        UNIT,
                        ClusterFlags.SSH_USER,
                        ACCEPT_NEW,
                        ClusterFlags.FILE,
                        ClusterFlags.FORCE,
                        ClusterFlags.PRINT)
                .runs(this::adopt));
    }

    private void adopt(Invocation line) throws IOException, InterruptedException {
        String name = line.get(ExchangeCommands.NEW_NAME);
        newCluster.requireFree(line, name);
        Adoption adoption = adopting.adopt(line);
        adoption.remarks().forEach(line::note);
        newCluster.write(line, adoption.spec(), "What the cluster " + name + " is, as its hosts told.");
        if (!line.get(ClusterFlags.PRINT) && !line.dryRun()) {
            remember(adoption.spec());
            line.note("next: cluster lint " + name + ", then cluster drift " + name);
        }
    }

    /** A cluster that lives is not founded again, and is known from now on. */
    private void remember(ClusterSpec spec) {
        ClusterHome kept = new ClusterHome(home.cluster(spec.name()));
        JoinedMembers.keep(kept, spec);
        ClusterFile.write(kept.adopted(), spec.name() + "\n", true);
        saving.accept(spec.name());
    }
}
