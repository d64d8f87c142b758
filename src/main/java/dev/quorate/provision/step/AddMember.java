package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.Quorum;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import java.util.List;
import java.util.Optional;

/**
 * Adds a member to a cluster that lives: as a learner, which has no vote until it has caught up, where its etcd can be one
 * (3.4 and newer). One that was added and has not started is recognised by its peer URLs, so that it is never added twice.
 */
public record AddMember(Newcomer newcomer, LiveCluster cluster) implements Step {

    public static final String TITLE = "add member";

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public String target() {
        return newcomer.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            return ClusterProbe.look(client, LiveCluster.LONGEST_LOOK) instanceof ClusterState state
                    ? judge(state)
                    : StepState.unknownUntil(AwaitHealthy.TITLE);
        }
    }

    private StepState judge(ClusterState state) throws InterruptedException {
        List<Member> members = state.members().stream().map(MemberState::member).toList();
        Optional<Member> known = newcomer.among(members);
        if (known.isPresent()) {
            return judge(known.get());
        }
        if (hasData()) {
            return StepState.blocked(
                    "%s holds data of a member that left %s"
                            .formatted(newcomer.node().dataDirectory(), cluster.name()),
                    "move it aside: cluster down --member " + newcomer.name());
        }
        Optional<Member> learner = members.stream().filter(Member::learner).findFirst();
        if (newcomer.learns() && learner.isPresent()) {
            return anotherLearns(learner.get());
        }
        return judge(state.votes());
    }

    private boolean hasData() throws InterruptedException {
        return newcomer.node().host().files().stat(newcomer.node().data()).isPresent();
    }

    private StepState judge(Member known) throws InterruptedException {
        if (!newcomer.hasUrlsOf(known)) {
            return StepState.blocked(
                    "%s is a member already, and its peers look for it at %s"
                            .formatted(newcomer.name(), String.join(",", known.peerUrls())),
                    "give it another name, or take that one out first: member remove " + newcomer.name());
        }
        if (known.started() && !hasData()) {
            return StepState.blocked(
                    "%s is a member already, and its data is gone".formatted(newcomer.name()),
                    "take it out first: member remove " + newcomer.name());
        }
        return StepState.done(known.started() ? "it is a member" : "it was added and has not started yet");
    }

    private static StepState anotherLearns(Member learner) {
        return StepState.blocked(
                "%s is still a learner, and etcd takes one at a time"
                        .formatted(learner.started() ? learner.name() : "member " + learner.hexId()),
                "give it a vote, or take it out: member promote or member remove "
                        + (learner.started() ? learner.name() : learner.hexId()));
    }

    private StepState judge(Quorum now) {
        Quorum next = newcomer.learns() ? now : now.afterAddingVoter();
        boolean founding = now.voters() == 1;
        if (!now.present() || (!next.present() && !founding)) {
            return StepState.blocked(
                    "of %d voters %d are healthy, and %d must be to add one"
                            .formatted(now.voters(), now.healthy(), next.needed()),
                    "mend the members there are first, status shows them");
        }
        Quorum then = new Quorum(now.voters() + 1, now.voters() + 1);
        String why = "voters now: %d of %d healthy, %d needed; with it %d, %d needed, %d may fail"
                .formatted(
                        now.healthy(),
                        now.voters(),
                        now.needed(),
                        then.voters(),
                        then.needed(),
                        then.toleranceAtBest());
        return StepState.needed(why, List.of(command()));
    }

    private String command() {
        String urls = String.join(",", newcomer.peerUrls());
        return "member add %s --peer-urls=%s%s".formatted(newcomer.name(), urls, newcomer.learns() ? " --learner" : "");
    }

    @Override
    public void apply() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            cluster.change(() -> client.membership().add(newcomer.peerUrls(), newcomer.learns()));
        }
    }
}
