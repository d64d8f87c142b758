package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.binary.EtcdProgram;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs etcd as the distribution packages it. Such a package starts a member of its own as soon as it is there; a mask
 * keeps it from that, until the next boot at the most.
 */
public record InstallPackage(Node node, List<String> packages) implements Step {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Path MASK = Path.of("/run/systemd/system/etcd.service");

    /** An installation that was broken off is finished first. */
    private static final String INSTALL = """
            set -e
            if command -v apt-get >/dev/null; then
                export DEBIAN_FRONTEND=noninteractive
                dpkg --configure -a
                apt-get -q -y -o DPkg::Lock::Timeout=60 install "$@" || {
                    apt-get -q -o DPkg::Lock::Timeout=60 update
                    apt-get -q -y -o DPkg::Lock::Timeout=60 install "$@"
                }
            elif command -v dnf >/dev/null; then
                dnf -q -y install "$@"
            else
                echo "there is neither apt-get nor dnf" >&2
                exit 1
            fi
            """;

    public InstallPackage {
        packages = List.copyOf(packages);
    }

    @Override
    public String title() {
        return "install package";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Path etcd = node.program().etcd();
        EtcdVersion wanted = node.program().version();
        Optional<EtcdVersion> version = EtcdProgram.versionAt(node.host(), etcd);
        if (version.isEmpty()) {
            return StepState.needed(
                    "there is no " + etcd,
                    List.of(mask().toString(), "install " + String.join(" ", packages), unmask().toString()));
        }
        if (!version.get().equals(wanted)) {
            return StepState.blocked(
                    "%s is etcd %s, not %s".formatted(etcd, version.get(), wanted),
                    "give that version in the cluster file, or install from a release");
        }
        if (node.host().files().stat(MASK).isPresent()) {
            return StepState.needed("a mask is left", List.of(unmask().toString()));
        }
        return StepState.done("etcd " + wanted + " at " + etcd);
    }

    @Override
    public void apply() throws InterruptedException {
        if (EtcdProgram.versionAt(node.host(), node.program().etcd()).isEmpty()) {
            node.host().run(mask()).orThrow();
            install();
        }
        node.host().run(unmask()).orThrow();
    }

    private void install() throws InterruptedException {
        CommandResult result = node.host().run(installation());
        if (!result.succeeded()) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "cannot install %s: %s"
                            .formatted(
                                    String.join(" ", packages),
                                    lastLines(result.errorText().strip())));
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    ShellCommand installation() {
        List<Object> words = new ArrayList<>(List.of("-c", INSTALL, "install"));
        words.addAll(packages);
        return ShellCommand.changes("sh", words.toArray()).within(LIMIT);
    }

    private static ShellCommand mask() {
        return ShellCommand.changes("systemctl", "mask", "--runtime", "etcd.service");
    }

    private static ShellCommand unmask() {
        return ShellCommand.changes("systemctl", "unmask", "--runtime", "etcd.service");
    }
}
