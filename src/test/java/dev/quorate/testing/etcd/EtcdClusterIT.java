package dev.quorate.testing.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EtcdClusterIT {

    @ParameterizedTest
    @ValueSource(strings = {EtcdBinaries.V3_4, EtcdBinaries.V3_5_OLD, EtcdBinaries.V3_5})
    void startsOnePlainMember(String version) {
        try (EtcdCluster etcd = EtcdCluster.of(version).start()) {
            assertThat(etcdctl(etcd, "put", "foo", "bar")).isEqualTo("OK\n");
        }
    }

    @Test
    void startsThreeMembersWithMutualTls() {
        try (EtcdCluster etcd =
                EtcdCluster.of(EtcdBinaries.V3_5).members(3).mutualTls().start()) {
            assertThat(etcdctl(etcd, "member", "list").lines()).hasSize(3);
        }
    }

    private static String etcdctl(EtcdCluster etcd, String... words) {
        List<String> command =
                new ArrayList<>(List.of(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString()));
        command.addAll(etcd.etcdctlFlags());
        command.addAll(List.of(words));
        return Shell.run(etcd.directory(), command);
    }
}
