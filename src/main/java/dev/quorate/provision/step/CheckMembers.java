package dev.quorate.provision.step;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.Member;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterProbe;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepState;
import dev.quorate.provision.LiveCluster;
import dev.quorate.provision.Newcomer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the members of a cluster that lives with those of its file. Members the file does not name vote on, and what they owe
 * to the cluster nobody looks after: they are told. What a living cluster does not survive, or refuses member by member, stands
 * in the way. The cluster itself is asked; where it does not answer, those on record are told.
 *
 * @param expected the members the file names
 * @param onRecord the names of those who joined
 */
public record CheckMembers(List<Newcomer> expected, List<String> onRecord, LiveCluster cluster) implements Step {

    public CheckMembers {
        expected = List.copyOf(expected);
        onRecord = List.copyOf(onRecord);
    }

    @Override
    public String title() {
        return "check members";
    }

    @Override
    public String target() {
        return cluster.name();
    }

    @Override
    public StepState inspect() throws InterruptedException {
        Optional<ClusterState> state = look();
        List<MemberConflict> conflicts =
                state.map(seen -> MemberConflict.between(expected, seen)).orElseGet(List::of);
        if (!conflicts.isEmpty()) {
            return StepState.blocked(
                    joined(conflicts, MemberConflict::what), joined(conflicts, MemberConflict::remedy));
        }
        List<String> warnings = state.map(seen -> strangers(
                        seen.members().stream().map(MemberState::member).toList()))
                .orElseGet(() -> onRecord.stream()
                        .filter(name -> expected.stream()
                                .noneMatch(member -> member.name().equals(name)))
                        .map(name -> warning(name, "is on record as a member"))
                        .toList());
        return StepState.leaving("", warnings);
    }

    private static String joined(List<MemberConflict> conflicts, Function<MemberConflict, String> part) {
        return conflicts.stream().map(part).distinct().collect(Collectors.joining("; "));
    }

    private Optional<ClusterState> look() throws InterruptedException {
        try (EtcdClient client = cluster.connect()) {
            return ClusterProbe.look(client, LiveCluster.LONGEST_LOOK) instanceof ClusterState state
                    ? Optional.of(state)
                    : Optional.empty();
        } catch (OperatorException e) {
            if (e.failure().exitCode() == ExitCode.INTERRUPTED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<String> strangers(List<Member> members) {
        List<Member> known = expected.stream()
                .flatMap(member -> member.among(members).stream())
                .toList();
        return members.stream()
                .filter(member -> !known.contains(member))
                .map(member -> member.started()
                        ? warning(member.name(), "is a member")
                        : "%s was added for %s, which the cluster file does not name: take it out by 'member remove %s'"
                                .formatted(member.hexId(), String.join(",", member.peerUrls()), member.hexId()))
                .toList();
    }

    private static String warning(String name, String what) {
        return ("%s %s, and the cluster file does not name it: put it in again and take it off by 'cluster down --member %s', "
                        + "or, if its host is gone, 'member remove %s'")
                .formatted(name, what, name, name);
    }

    @Override
    public void apply() {
        throw new IllegalStateException("a check has nothing to apply");
    }
}
