package dev.quorate.provision.step;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.Quorum;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import java.util.List;
import java.util.Optional;

/**
 * Takes a member out of a cluster that lives on, unless the members left would have no quorum.
 *
 * @param leaving known to the cluster by its peer URLs where it has never started
 * @param cluster through the other members
 */
public record RemoveMember(Newcomer leaving, LiveCluster cluster) implements Step {

    @Override
    public String title() {
        return "remove member";
    }

    @Override
    public String target() {
        return leaving.name();
    }

    @Override
    public StepState inspect() {
        try (EtcdClient client = cluster.connect()) {
            List<Member> members = client.membership().list(true).members();
            Optional<Member> found = leaving.among(members);
            if (found.isEmpty()) {
                return StepState.done("it is no member");
            }
            int voters = (int) members.stream()
                    .filter(each -> !each.learner() && !each.equals(found.get()))
                    .count();
            Quorum votes = new Quorum(voters, Math.min(voters, answering(client)));
            if (!votes.present()) {
                return StepState.blocked(
                        "of the %d members left %d answer, and %d are needed"
                                .formatted(voters, votes.healthy(), votes.needed()),
                        "mend one of the others first");
            }
            return StepState.needed(
                    "%d members will be left, %d of them answer".formatted(voters, votes.healthy()),
                    List.of("member remove " + leaving.name()));
        }
    }

    private static int answering(EtcdClient client) {
        return (int) client.endpoints().stream()
                .filter(endpoint -> answers(client, endpoint))
                .count();
    }

    private static boolean answers(EtcdClient client, Endpoint endpoint) {
        try {
            client.maintenance().status(endpoint);
            return true;
        } catch (OperatorException e) {
            return false;
        }
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            Optional<Member> member =
                    leaving.among(client.membership().list(true).members());
            if (member.isPresent()) {
                cluster.change(() -> client.membership().remove(member.get().id()));
            }
        }
    }
}
