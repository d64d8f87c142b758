package dev.quorate.provision;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.plan.FanOut;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileAccess.Owner;
import dev.quorate.remote.Host;
import dev.quorate.remote.ServiceStatus.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member as it is to be on its host.
 *
 * @param name of the member
 * @param service what runs it
 * @param program the etcd it runs
 * @param owner who its files belong to; empty for the user who provisions
 * @param joined whether the cluster already counts on the data of this member, so that it must not start without
 */
public record Node(
        String name,
        Host host,
        String service,
        Program program,
        Configuration configuration,
        Optional<Owner> owner,
        boolean joined) {

    private static final int HOSTS_AT_ONCE = 16;

    /** An etcd at a place. */
    public record Program(Path etcd, EtcdVersion version) {}

    /** How the member is configured. */
    public record Configuration(ConfigurationForm form, Path file, NodeSettings settings) {

        /** The whole command line that starts {@code program} so. */
        public List<String> command(Program program) {
            List<String> arguments = form.arguments(settings, program.version(), file);
            return Stream.concat(Stream.of(program.etcd().toString()), arguments.stream())
                    .toList();
        }
    }

    /** How the process of each of {@code nodes} stands, in their order; all hosts are asked at once. */
    public static List<State> states(List<Node> nodes) throws InterruptedException {
        return new FanOut(HOSTS_AT_ONCE).all(nodes, Node::state);
    }

    /** How its process stands. */
    public State state() throws InterruptedException {
        return host.services().status(service).state();
    }

    public NodeSettings settings() {
        return configuration.settings();
    }

    public Path dataDirectory() {
        return settings()
                .path(Setting.DATA_DIR)
                .orElseThrow(() -> new IllegalStateException(name + " has no data-dir"));
    }

    /** Where etcd keeps what it knows, once it has started for the first time. */
    public Path data() {
        return dataDirectory().resolve("member");
    }

    public RenderedFile configurationFile() {
        String content = configuration.form().render(settings(), program.version());
        return new RenderedFile(configuration.file(), content, access(FileAccess.PUBLIC));
    }

    /** {@code access}, with the node's owner. */
    public FileAccess access(FileAccess access) {
        return access.withOwner(owner);
    }
}
