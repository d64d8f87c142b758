package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeProgram;
import dev.quorate.provision.binary.EtcdProgram;
import dev.quorate.provision.binary.PackedProgram;
import dev.quorate.remote.CommandResult;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts etcd and its tools on the host of a member from the operator's machine. */
public record InstallBinaries(Node node, List<NodeProgram> programs) implements Step {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** What arrives is unpacked beside its place and takes it only when it is whole. */
    private static final String RECEIVE = """
            set -e
            umask 077
            directory=$(dirname "$1")
            [ -d "$directory" ] || { umask 022; mkdir -p "$directory"; umask 077; }
            trap 'rm -f "$1.new"' EXIT
            gzip -dc >"$1.new"
            echo "$2  $1.new" | sha256sum -c --status || { echo "it arrived damaged" >&2; exit 1; }
            [ -z "$4" ] || chown "$4" "$1.new"
            chmod "$3" "$1.new"
            sync "$1.new"
            mv -f "$1.new" "$1"
            """;

    public InstallBinaries {
        programs = List.copyOf(programs);
    }

    @Override
    public String title() {
        return "install binaries";
    }

    @Override
    public String target() {
        return node.host().name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        String architecture = node.host().facts().releaseArchitecture();
        for (NodeProgram program : programs) {
            PackedProgram source = program.source();
            if (!Files.exists(source.file())) {
                return StepState.unknownUntil(FetchBinaries.TITLE);
            }
            if (!source.architecture().equals(Optional.of(architecture))) {
                return StepState.blocked(
                        "%s is made for %s, and the host is %s"
                                .formatted(source.file(), source.architecture().orElse("something else"), architecture),
                        "give a program made for " + architecture);
            }
        }
        List<String> changes = new ArrayList<>();
        for (NodeProgram program : missing()) {
            changes.add("%s (%s)".formatted(program.target(), program.access()));
        }
        return changes.isEmpty() ? theRightOne() : StepState.needed("missing or different", changes);
    }

    private StepState theRightOne() throws InterruptedException {
        EtcdVersion wanted = node.program().version();
        Optional<EtcdVersion> version =
                EtcdProgram.versionAt(node.host(), node.program().etcd());
        if (version.equals(Optional.of(wanted))) {
            return StepState.done("etcd " + wanted + " at " + node.program().etcd());
        }
        return StepState.blocked(
                "%s is %s, not etcd %s"
                        .formatted(
                                node.program().etcd(),
                                version.map(found -> "etcd " + found).orElse("no etcd that runs"),
                                wanted),
                "give the version of the binaries in the cluster file, or other binaries");
    }

    private List<NodeProgram> missing() throws InterruptedException {
        PresentFiles present = PresentFiles.of(
                node.host(), programs.stream().map(NodeProgram::target).toList());
        return programs.stream()
                .filter(program -> !present.has(
                        program.target(), program.access(), program.source().sha256()))
                .toList();
    }

    @Override
    public void apply() throws InterruptedException {
        for (NodeProgram program : missing()) {
            CommandResult result = node.host().run(receive(program));
            if (!result.succeeded()) {
                throw OperatorException.of(
                        ExitCode.IO,
                        "cannot put %s there: %s"
                                .formatted(program.target(), result.errorText().strip()));
            }
        }
    }

    static ShellCommand receive(NodeProgram program) {
        return ShellCommand.changes(
                        "sh",
                        "-c",
                        RECEIVE,
                        "receive",
                        program.target(),
                        program.source().sha256(),
                        program.access().octal(),
                        program.access().owner().map(String::valueOf).orElse(""))
                .withInput(program.source().packed())
                .within(LIMIT);
    }
}
