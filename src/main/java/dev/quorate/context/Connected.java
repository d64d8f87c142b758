package dev.quorate.context;

import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.Quorum;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.output.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cluster that {@code connect} found. */
record Connected(ClusterState state, Optional<String> savedAs) {

    View view() {
        Quorum votes = state.votes();
        return new Listing(
                List.of("cluster", "members", "version", "leader", "quorum"),
                List.of(List.of(
                        savedAs.orElseGet(() -> Long.toHexString(state.clusterId())),
                        votes.healthy() + " of " + votes.voters() + " healthy",
                        "etcd " + versions(),
                        "leader " + state.leader().map(MemberState::name).orElse("none"),
                        state.quorum() ? "quorum" : "NO QUORUM")));
    }

    private String versions() {
        return state.members().stream()
                .flatMap(member -> member.status().stream())
                .map(EndpointStatus::version)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
