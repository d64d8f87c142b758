package dev.quorate.cluster;

import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.NodeProgram;
import dev.quorate.provision.binary.EtcdBinaries;
import dev.quorate.provision.binary.ProgramChoice;
import dev.quorate.provision.step.CheckBinaries;
import dev.quorate.provision.step.FetchBinaries;
import dev.quorate.provision.step.ForArchitecture;
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

    /** That etcd is released for, as its files name them. */
    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", "ppc64le", "s390x");

    private final EtcdSpec spec;
    private final EtcdBinaries binaries;
    private final Host here;
    private final Map<String, ProgramChoice> packed = new LinkedHashMap<>();

    Programs(EtcdSpec spec, Toolbox tools) {
        this.spec = spec;
        this.binaries = tools.binaries();
        this.here = tools.here();
        for (String program : spec.programs()) {
            packed.put(
                    program,
                    new ProgramChoice(architecture -> folder(architecture).resolve(program), binaries.packed()));
        }
    }

    /** Where the programs for hosts of an architecture are on the operator's machine. */
    private Path folder(String architecture) {
        return switch (spec.source()) {
            case Source.File file
            when Files.isRegularFile(file.of(architecture)) -> binaries.unpacked(file.of(architecture));
            case Source.File file -> file.of(architecture);
            case Source.Release _, Source.Package _, Source.Present _ -> binaries.place(spec.version(), architecture);
        };
    }

    /** What must be done on the operator's machine first, if anything, for {@code hosts}. */
    List<Stage> preparation(List<Host> hosts) {
        List<Step> steps = new ArrayList<>();
        for (String architecture : ARCHITECTURES) {
            if (spec.source() instanceof Source.Release) {
                steps.add(new ForArchitecture(
                        architecture, hosts, new FetchBinaries(binaries, spec.version(), architecture)));
            }
            if (spec.source() instanceof Source.File file && Files.isRegularFile(file.of(architecture))) {
                Path archive = file.of(architecture);
                steps.add(new ForArchitecture(
                        architecture, hosts, new UnpackArchive(here, archive, binaries.unpacked(archive))));
            }
        }
        return steps.isEmpty() ? List.of() : List.of(new Stage(FetchBinaries.TITLE, Stage.Order.ONE_BY_ONE, steps));
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
