package dev.quorate.cluster;

import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.NodeProgram;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.provision.binary.PackedProgram;
import dev.quorate.provision.step.CheckBinaries;
import dev.quorate.provision.step.FetchBinaries;
import dev.quorate.provision.step.InstallBinaries;
import dev.quorate.provision.step.InstallPackage;
import dev.quorate.provision.step.UnpackArchive;
import dev.quorate.remote.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the hosts of a cluster come by etcd. */
final class Programs {

    /** What a member runs; the others are for people. */
    private static final String MEMBER = "etcd";

    private final EtcdSpec spec;
    private final EtcdBinaries binaries;
    private final Host here;
    private final Map<String, PackedProgram> packed = new LinkedHashMap<>();

    Programs(EtcdSpec spec, Toolbox tools) {
        this.spec = spec;
        this.binaries = tools.binaries();
        this.here = tools.here();
        for (String program : spec.programs()) {
            packed.put(program, new PackedProgram(folder().resolve(program), binaries.packed()));
        }
    }

    /** Where the programs are on the operator's machine. */
    private Path folder() {
        return switch (spec.source()) {
            case Source.File(Path path) when Files.isRegularFile(path) -> binaries.unpacked(path);
            case Source.File(Path path) -> path;
            case Source.Release _, Source.Package _, Source.Present _ -> binaries.place(spec.version());
        };
    }

    /** What must be done on the operator's machine first, if anything. */
    List<Stage> preparation() {
        return switch (spec.source()) {
            case Source.Release _ -> List.of(Stage.of(new FetchBinaries(binaries, spec.version())));
            case Source.File(Path path)
            when Files.isRegularFile(path) -> List.of(Stage.of(new UnpackArchive(here, path, folder())));
            case Source.File _, Source.Package _, Source.Present _ -> List.of();
        };
    }

    Step stepFor(NodeLayout layout) {
        Node node = layout.node();
        return switch (spec.source()) {
            case Source.Release _, Source.File _ -> InstallBinaries.of(node, programs(layout, true));
            case Source.Package(List<String> names) -> new InstallPackage(node, names);
            case Source.Present _ -> new CheckBinaries(node);
        };
    }

    /** What puts programs there that no member waits for. */
    Optional<Step> toolsFor(NodeLayout layout) {
        List<NodeProgram> tools = areOurs() ? programs(layout, false) : List.of();
        return tools.isEmpty() ? Optional.empty() : Optional.of(InstallBinaries.ofTools(layout.node(), tools));
    }

    private List<NodeProgram> programs(NodeLayout layout, boolean member) {
        List<NodeProgram> programs = new ArrayList<>();
        packed.forEach((name, program) -> {
            if (name.equals(MEMBER) == member) {
                programs.add(new NodeProgram(program, spec.directory().resolve(name), layout.programAccess()));
            }
        });
        return programs;
    }

    /** Whether the plan puts the programs there, file by file, and so may take them away again. */
    boolean areOurs() {
        return spec.source() instanceof Source.Release || spec.source() instanceof Source.File;
    }

    /** Whether installing them starts a member of its own. */
    boolean startByThemselves() {
        return spec.source() instanceof Source.Package;
    }
}
