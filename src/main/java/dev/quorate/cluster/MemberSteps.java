package dev.quorate.cluster;

import dev.quorate.cluster.adopt.FoundMeaning;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ServiceSpec;
import dev.quorate.plan.Observed;
import dev.quorate.plan.Step;
import dev.quorate.provision.AwaitedChanges;
import dev.quorate.provision.AwaitedChanges.Change;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.OutdatedProcess;
import dev.quorate.provision.RestartCause;
import dev.quorate.provision.step.Meaning;
import dev.quorate.provision.step.WriteNodeConfig;
import dev.quorate.provision.step.WriteUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The steps that put on a host what its member is started with, and what of that asks for a restart. */
record MemberSteps(NodeLayout layout, Observed program, Observed certificates, Observed configuration, Observed unit) {

    /** @param adopted whether others may have written its files */
    static MemberSteps of(NodeLayout layout, Step program, Step certificates, String mark, boolean adopted) {
        FoundMeaning found = new FoundMeaning(layout);
        Meaning configuration = adopted ? found::ofConfiguration : Meaning.LITERAL;
        Meaning unit = adopted ? found::ofUnit : Meaning.LITERAL;
        return new MemberSteps(
                layout,
                new Observed(program),
                new Observed(certificates),
                new Observed(new WriteNodeConfig(
                        layout.node(), layout.configurationFile(), layout.otherForms(mark), configuration)),
                new Observed(new WriteUnit(layout.host(), layout.unit(), layout.joined(), unit)));
    }

    /** Why its process, if it runs, is not what the cluster file says; or will not be, once the other steps are done. */
    List<RestartCause> restartCauses() {
        Node node = layout.node();
        Path authority = new ClusterCertificates(layout.spec()).authority();
        List<Change> changes = List.of(
                new Change(
                        program,
                        "its program changes",
                        line -> names(line, node.program().etcd())),
                new Change(certificates, "the authority it trusts changes", line -> names(line, authority)),
                new Change(configuration, "its configuration changes", MemberSteps::differs),
                new Change(unit, "its unit changes", MemberSteps::differs));
        return List.of(new AwaitedChanges(node, changes), new OutdatedProcess(node, files(authority)));
    }

    private static boolean names(String change, Path file) {
        return change.startsWith(file + " ");
    }

    private static boolean differs(String change) {
        return change.startsWith("+ ") || change.startsWith("- ");
    }

    private List<Path> files(Path authority) {
        List<Path> files = new ArrayList<>();
        layout.configurationFile().ifPresent(file -> files.add(file.path()));
        ServiceSpec service = layout.spec().service();
        files.add(service.file());
        files.add(service.additions());
        files.add(authority);
        return files;
    }
}
