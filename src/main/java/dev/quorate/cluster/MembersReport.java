package dev.quorate.cluster;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.health.ClusterState;
import dev.quorate.health.MemberState;
import dev.quorate.output.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** @param certificateDays for which the certificates found at the endpoints are good still */
record MembersReport(Optional<String> cluster, ClusterState state, Map<Endpoint, Long> certificateDays)
        implements StatusReport {

    MembersReport {
        certificateDays = Map.copyOf(certificateDays);
    }

    @Override
    public View view() {
        List<MemberRow> rows = state.members().stream()
                .map(member -> MemberRow.of(member, this))
                .toList();
        return new StatusView(this, rows, Verdict.of(state));
    }

    Optional<Long> certificateDays(MemberState member) {
        return member.endpoint().map(certificateDays::get);
    }

    @Override
    public List<String> problems() {
        return state.members().stream()
                .flatMap(member -> member.failure().map(failure -> member.name() + ": " + failure.what()).stream())
                .toList();
    }

    @Override
    public void requireQuorum() {
        if (!state.quorum()) {
            Verdict verdict = Verdict.of(state);
            throw OperatorException.of(ExitCode.ERROR, verdict.text(), verdict.next());
        }
    }
}
