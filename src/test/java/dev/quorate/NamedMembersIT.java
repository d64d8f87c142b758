package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.etcd.Endpoint;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that begin with members, by name. */
class NamedMembersIT {

    @TempDir
    private Path home;

    private EtcdCluster etcd;

    @BeforeEach
    void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).members(3).mutualTls().start();
    }

    @AfterEach
    void stop() {
        etcd.close();
    }

    @Test
    void asksTheMemberAlone() {
        Result one = run("@etcd2", "endpoint", "status");
        Result two = run("@etcd3,etcd1", "endpoint", "status");

        assertThat(one.error()).isEmpty();
        assertThat(one.output().lines()).singleElement().asString().startsWith(authority(1) + ", ");
        assertThat(two.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(authority(2) + ", "),
                        line -> assertThat(line).startsWith(authority(0) + ", "));
    }

    /** Whatever members answer, whether etcdctl has it or not. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "downgrade validate 3.4.0", "auth status", "alarm list", "member list"})
    void asksTheMemberWhateverMembersAnswer(String line) {
        Result result = run(
                Stream.concat(Stream.of("@etcd2"), Stream.of(line.split(" "))).toArray(String[]::new));

        assertThat(result.error()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void asksAllMembersWhereverItStands() {
        Result all = runAt(etcd.server(0).authority(), "@cluster", "endpoint", "status");

        assertThat(all.output().lines()).hasSize(3);
    }

    /** What members advertise may be for their own network only, as it is behind a tunnel. */
    @Test
    void reachesAMemberWhereTheSessionDoes() {
        String tunnel = "localhost:" + etcd.endpoints().get(0).port();

        Result one = runAt(etcd.server(1).authority() + "," + tunnel, "@etcd1", "endpoint", "status");
        Result other = runAt(tunnel, "@etcd3", "endpoint", "status");

        assertThat(one.output()).startsWith(tunnel + ", ");
        assertThat(other.output()).startsWith("https://" + authority(2) + ", ");
    }

    @Test
    void findsMembersWithoutAQuorum() {
        etcd.server(0).kill();
        etcd.server(1).kill();

        Result alive = run("@etcd3", "get", "k", "--consistency=s");
        Result dead = run("@etcd1", "get", "k", "--consistency=s", "--dial-timeout=1s");

        assertThat(alive.error()).isEmpty();
        assertThat(alive.status()).isZero();
        assertThat(dead.status()).isNotZero();
    }

    @Test
    void namesTheMembersThereAre() {
        Result result = run("@etcd9", "get", "k");

        assertThat(result.status()).isEqualTo(128);
        assertThat(result.error())
                .containsExactly("Error: no member named \"etcd9\"", "Hint: the members are: etcd1, etcd2, etcd3");
    }

    private String authority(int server) {
        return etcd.server(server).authority();
    }

    private Result run(String... words) {
        String endpoints = etcd.endpoints().stream().map(Endpoint::authority).collect(Collectors.joining(","));
        return runAt(endpoints, words);
    }

    private Result runAt(String endpoints, String... words) {
        List<String> all = new ArrayList<>(etcd.etcdctlFlags());
        all.removeIf(flag -> flag.startsWith("--endpoints="));
        all.add("--endpoints=" + endpoints);
        all.addAll(List.of(words));
        return new Program(home).run(all.toArray(String[]::new));
    }
}
