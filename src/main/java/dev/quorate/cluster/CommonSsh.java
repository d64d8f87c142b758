package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;

/** Says once for the cluster what all its members say of SSH. */
final class CommonSsh {

    private CommonSsh() {}

    static ClusterSpec lifted(ClusterSpec spec) {
        if (spec.members().stream().map(NodeSpec::ssh).distinct().count() != 1) {
            return spec;
        }
        SshSpec common = spec.members().getFirst().ssh();
        return spec.withMembers(spec.members().stream()
                        .map(member -> member.withSsh(SshSpec.UNSET))
                        .toList())
                .withSsh(common.overlaidBy(spec.ssh()));
    }
}
