package dev.quorate.provision.step;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.Member;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.provision.Newcomer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a cluster file asks of a cluster that lives and new configurations and restarts cannot bring about.
 *
 * @param remedy what the operator can do instead
 */
record MemberConflict(String what, String remedy) {

    /** The first whose clusters can go back to the one before, if they are told to. */
    private static final EtcdVersion FIRST_TO_GO_BACK = new EtcdVersion(3, 6, 0);

    static List<MemberConflict> between(Collection<Newcomer> expected, ClusterState state) {
        List<Member> members = state.members().stream().map(MemberState::member).toList();
        Optional<EtcdVersion> oldest = oldest(state);
        List<MemberConflict> conflicts = new ArrayList<>();
        for (Newcomer member : expected) {
            Optional<Member> known = member.among(members);
            if (known.isEmpty()) {
                renamed(member, members).ifPresent(conflicts::add);
            } else {
                moved(member, known.get()).ifPresent(conflicts::add);
                servedElsewhere(member, known.get()).ifPresent(conflicts::add);
            }
            oldest.flatMap(version -> stride(version, member)).ifPresent(conflicts::add);
        }
        return conflicts;
    }

    /** It would be added while the one that runs there lives on, or be stopped in its place. */
    private static Optional<MemberConflict> renamed(Newcomer member, List<Member> members) {
        return members.stream()
                .filter(other -> other.started() && member.isWhere(other))
                .map(other -> new MemberConflict(
                        "%s is to be where %s is, which the cluster file does not name"
                                .formatted(member.name(), other.name()),
                        "a member keeps its name: call it %1$s again; or take it off as %1$s first, by 'cluster down --member %1$s'"
                                .formatted(other.name())))
                .findFirst();
    }

    /** The others would look for it where it was: once two have moved they no longer find each other. */
    private static Optional<MemberConflict> moved(Newcomer member, Member known) {
        if (!known.started() || member.isWhere(known)) {
            return Optional.empty();
        }
        return Optional.of(new MemberConflict(
                "the others know %s at %s, and the cluster file has it at %s"
                        .formatted(
                                member.name(), String.join(",", known.peerUrls()), String.join(",", member.peerUrls())),
                "put back what the file said; a member moves by 'cluster down --member NAME' before the file is changed, and "
                        + "'cluster up' after it"));
    }

    /** Nobody would find the members again whose turn has come, and a restart waits until they are found. */
    private static Optional<MemberConflict> servedElsewhere(Newcomer member, Member known) {
        Set<Integer> served = ports(known.clientUrls());
        Set<Integer> wanted = ports(member.node().settings().list(Setting.ADVERTISE_CLIENT_URLS));
        if (served.isEmpty() || wanted.isEmpty() || served.equals(wanted)) {
            return Optional.empty();
        }
        return Optional.of(new MemberConflict(
                "%s serves clients at port %s, and the cluster file says %s"
                        .formatted(member.name(), text(served), text(wanted)),
                "put back the port the file said: a cluster that lives does not follow to another"));
    }

    private static Set<Integer> ports(List<String> urls) {
        return urls.stream()
                .filter(url -> url.matches("https?://.*:\\d{1,5}"))
                .map(url -> new Endpoint(url).port())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Set<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** What all voters run at least, which is what the cluster agrees on; not known while one does not tell. */
    private static Optional<EtcdVersion> oldest(ClusterState state) {
        List<MemberState> voters =
                state.members().stream().filter(MemberState::votes).toList();
        List<EtcdVersion> versions = voters.stream()
                .flatMap(voter -> voter.status().map(EndpointStatus::version).flatMap(EtcdVersion::parse).stream())
                .toList();
        return versions.size() == voters.size() ? versions.stream().min(EtcdVersion::compareTo) : Optional.empty();
    }

    /** An etcd refuses to serve in a cluster that is a minor ahead of it, or of data that is two behind (etcd's upgrade guides). */
    private static Optional<MemberConflict> stride(EtcdVersion oldest, Newcomer member) {
        EtcdVersion wanted = member.node().program().version();
        int steps = wanted.major() == oldest.major() ? wanted.minor() - oldest.minor() : 0;
        String what = "the members run %s, and the cluster file says %s".formatted(oldest, wanted);
        if (steps > 1) {
            return Optional.of(new MemberConflict(
                    what,
                    "etcd goes one minor version at a time: take it to %d.%d first"
                            .formatted(oldest.major(), oldest.minor() + 1)));
        }
        boolean back = steps < 0 && !(steps == -1 && oldest.atLeast(FIRST_TO_GO_BACK));
        return back
                ? Optional.of(new MemberConflict(
                        what,
                        "an etcd of %d.%d does not serve in a cluster of %d.%d: let the file say the newer one"
                                .formatted(wanted.major(), wanted.minor(), oldest.major(), oldest.minor())))
                : Optional.empty();
    }
}
