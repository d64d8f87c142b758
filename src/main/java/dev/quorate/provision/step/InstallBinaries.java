package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.InformedStep;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Puts etcd, or tools for it, on the host of a member from the operator's machine. What it has put there itself is known by
 * inode, size and times afterwards: summing up etcd and its tools again takes a host longer than receiving them.
 */
public final class InstallBinaries extends InformedStep<List<NodeProgram>> {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** What arrives is unpacked beside its place and takes it only when it is whole. OpenSSL sums up thrice as fast, if it is there. */
    private static final String RECEIVE = """
            set -e
            umask 077
            directory=$(dirname "$1")
            [ -d "$directory" ] || { umask 022; mkdir -p "$directory"; umask 077; }
            trap 'rm -f "$1.new"' EXIT
            gzip -dc >"$1.new"
            sum=$(openssl dgst -sha256 -r <"$1.new" 2>/dev/null || sha256sum <"$1.new")
            [ "${sum%% *}" = "$2" ] || { echo "it arrived damaged" >&2; exit 1; }
            [ -z "$4" ] || chown "$4" "$1.new"
            chmod "$3" "$1.new"
            sync "$1.new"
            mv -f "$1.new" "$1"
            """ + identity("\"$1\"") + "\n";

    private final String title;
    private final Node node;
    private final List<NodeProgram> programs;
    private final Map<NodeProgram, String> arrived = new ConcurrentHashMap<>();

    private InstallBinaries(String title, Node node, List<NodeProgram> programs) {
        this.title = title;
        this.node = node;
        this.programs = List.copyOf(programs);
    }

    /** @param programs the member's etcd among them */
    public static InstallBinaries of(Node node, List<NodeProgram> programs) {
        return new InstallBinaries("install binaries", node, programs);
    }

    /** @param programs what a member runs without */
    public static InstallBinaries ofTools(Node node, List<NodeProgram> programs) {
        return new InstallBinaries("install tools", node, programs);
    }

    private static String identity(String files) {
        return "stat -c '%n %i %s %y %z' -- " + files;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String target() {
        return node.host().name();
    }

    /** Those that are missing or different, as far as they can be had. */
    @Override
    protected List<NodeProgram> find() throws InterruptedException {
        return lack().isPresent() ? List.of() : missing();
    }

    @Override
    protected StepState judge(List<NodeProgram> missing) throws InterruptedException {
        Optional<StepState> lack = lack();
        if (lack.isPresent()) {
            return lack.get();
        }
        List<String> changes = missing.stream()
                .map(program -> "%s (%s)".formatted(program.target(), program.access()))
                .toList();
        if (!changes.isEmpty()) {
            return StepState.needed("missing or different", changes);
        }
        boolean member = programs.stream()
                .anyMatch(each -> each.target().equals(node.program().etcd()));
        return member ? theRightOne() : StepState.done();
    }

    /** What keeps a program from being put there. */
    private Optional<StepState> lack() throws InterruptedException {
        String architecture = node.host().facts().releaseArchitecture();
        for (NodeProgram program : programs) {
            PackedProgram source = program.source().of(architecture);
            if (!Files.exists(source.file())) {
                return Optional.of(StepState.unknownUntil(FetchBinaries.TITLE));
            }
            if (!source.architecture().equals(Optional.of(architecture))) {
                return Optional.of(StepState.blocked(
                        "%s is made for %s, and the host is %s"
                                .formatted(source.file(), source.architecture().orElse("something else"), architecture),
                        "give a program made for " + architecture));
            }
        }
        return Optional.empty();
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
        Set<NodeProgram> untouched = untouched();
        String architecture = node.host().facts().releaseArchitecture();
        List<NodeProgram> others =
                programs.stream().filter(each -> !untouched.contains(each)).toList();
        PresentFiles present = PresentFiles.of(
                node.host(), others.stream().map(NodeProgram::target).toList());
        return others.stream()
                .filter(program -> !present.has(
                        program.target(),
                        program.access(),
                        program.source().of(architecture).sha256()))
                .toList();
    }

    /** What is as it was when it arrived. */
    private Set<NodeProgram> untouched() throws InterruptedException {
        if (arrived.isEmpty()) {
            return Set.of();
        }
        Set<String> present = node.host().run(look()).text().lines().collect(Collectors.toSet());
        return arrived.keySet().stream()
                .filter(program -> present.contains(arrived.get(program)))
                .collect(Collectors.toSet());
    }

    private ShellCommand look() {
        List<Object> words = new ArrayList<>(List.of("-c", identity("\"$@\""), "look"));
        arrived.keySet().forEach(program -> words.add(program.target()));
        return ShellCommand.reads("sh", words.toArray());
    }

    @Override
    protected void change(List<NodeProgram> missing) throws InterruptedException {
        String architecture = node.host().facts().releaseArchitecture();
        for (NodeProgram program : missing) {
            CommandResult result =
                    node.host().run(receive(program, program.source().of(architecture)));
            if (!result.succeeded()) {
                throw OperatorException.of(
                        ExitCode.IO,
                        "cannot put %s there: %s"
                                .formatted(program.target(), result.errorText().strip()));
            }
            arrived.put(program, result.text().strip());
        }
    }

    static ShellCommand receive(NodeProgram program, PackedProgram source) {
        return ShellCommand.changes(
                        "sh",
                        "-c",
                        RECEIVE,
                        "receive",
                        program.target(),
                        source.sha256(),
                        program.access().octal(),
                        program.access().owner().map(String::valueOf).orElse(""))
                .withInput(source.packed())
                .within(LIMIT);
    }
}
