package dev.quorate.cluster;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.MemberList;
import dev.quorate.plan.Deferred;
import dev.quorate.plan.Stage;
import dev.quorate.plan.Step;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import dev.quorate.provision.NodeLayout;
import dev.quorate.provision.step.AddMember;
import dev.quorate.provision.step.PromoteMember;
import dev.quorate.provision.step.StartMember;
import dev.quorate.provision.step.WriteNodeConfig;
import dev.quorate.provision.step.WriteUnit;
import dev.quorate.time.Patience;
import java.util.List;
import java.util.Optional;

/**
 * How one member joins a cluster that lives. Its configuration tells it who the members are, and must tell exactly what the
 * cluster itself says then, so it is written after the member was added.
 *
 * @param cluster by the members it has already
 * @param toCatchUp as long as a copy of all data may take
 * @param mark tells files that are moved aside from others: a time
 */
record Joining(NodeLayout layout, LiveCluster cluster, Patience toCatchUp, String mark) {

    /** What is made of the newcomer's place once the cluster knows it. */
    @FunctionalInterface
    private interface Making {
        Step of(NodeLayout known);
    }

    List<Stage> stages() {
        Newcomer newcomer = new Newcomer(layout.node());
        return List.of(
                Stage.of(new AddMember(newcomer, cluster)),
                Stage.of(deferred(
                        "write node configuration",
                        known -> new WriteNodeConfig(known.node(), known.configurationFile(), known.otherForms(mark)))),
                Stage.of(deferred("write unit", known -> new WriteUnit(known.host(), known.unit(), known.joined()))),
                Stage.of(new StartMember(layout.node())),
                Stage.of(new PromoteMember(newcomer, cluster.with(toCatchUp))));
    }

    private Step deferred(String title, Making making) {
        return new Deferred(title, layout.host().name(), AddMember.TITLE, () -> known().map(making::of));
    }

    /** The newcomer as the cluster knows it. Once it has data it is told nothing anew, whatever became of the others. */
    private Optional<NodeLayout> known() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            Newcomer newcomer = new Newcomer(layout.node());
            MemberList list = client.membership().list(false);
            if (newcomer.among(list.members()).isEmpty()) {
                return Optional.empty();
            }
            boolean started = layout.host().files().stat(layout.node().data()).isPresent();
            return Optional.of(layout.joining(newcomer.initialCluster(list), started));
        }
    }
}
