package dev.quorate.cluster;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.guard.Risk;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import java.util.Optional;

/**
 * What is to be taken down.
 *
 * @param member empty for the whole cluster
 * @param purge whether data is deleted, not moved aside
 */
record Removal(ClusterSpec spec, Optional<NodeSpec> member, boolean purge) {

    boolean whole() {
        return member.isEmpty();
    }

    /**
     * @param last whether the operator says that it may be the last member there is
     * @throws OperatorException if a cluster would end that only a member was to leave
     */
    void requireOthers(boolean last) {
        if (!whole() && spec.members().size() == 1 && !last) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "%s is the last member of %s, which ends with it"
                            .formatted(member.orElseThrow().name(), spec.name()),
                    "add --last if that is what you want");
        }
    }

    Risk risk() {
        String what = member.map(each -> "member " + each.name() + " of " + spec.name())
                .orElse("cluster " + spec.name());
        String data = purge ? "its data will be deleted" : "its data will be moved aside";
        return new Risk.Loss(
                "%s will be taken off its hosts; %s".formatted(what, data),
                member.map(NodeSpec::name).orElse(spec.name()));
    }
}
