package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, roles and authentication on each version of etcd. */
@ParameterizedClass
@ValueSource(strings = {EtcdBinaries.V3_4, EtcdBinaries.V3_5_OLD, EtcdBinaries.V3_5})
class AccessIT {

    @TempDir
    private Path home;

    @Parameter
    private String version;

    private EtcdCluster etcd;

    @BeforeEach
    void start() {
        etcd = EtcdCluster.of(version).start();
    }

    @AfterEach
    void stop() {
        etcd.close();
    }

    @Test
    void letsUsersDoWhatTheirRolesPermit() {
        enable();

        assertThat(run("put", "app/a", "1", "--user", "ann:annpw").output()).isEqualTo("OK\n");
        assertThat(run("put", "other", "1", "--user", "ann:annpw").error())
                .startsWith("Error: etcdserver: permission denied");
        assertThat(run("get", "app/a", "--user", "ann:wrong").error())
                .startsWith("Error: etcdserver: authentication failed, invalid user ID or password");
        assertThat(run("get", "app/a").error()).startsWith("Error: etcdserver: user name is empty");
        assertThat(run("auth", "disable", "--user", "root:rootpw").output()).isEqualTo("Authentication Disabled\n");
        assertThat(run("get", "app/a").output()).isEqualTo("app/a\n1\n");
    }

    @Test
    void saysWhoMayDoWhat() {
        enable();

        Result yes = run("access", "can", "ann", "write", "app/x", "--user", "root:rootpw");
        Result no = run("access", "can", "ann", "write", "app", "--user", "root:rootpw");
        Result partly = run("access", "can", "ann", "read", "", "--prefix", "--user", "ann:annpw");
        Result root = run("access", "can", "root", "read", "", "--prefix", "--user", "root:rootpw");

        assertThat(yes)
                .isEqualTo(
                        new Result(0, "yes: ann may write app/x, by role app: readwrite app/ (prefix)\n", List.of()));
        assertThat(no.status()).isEqualTo(1);
        assertThat(no.output()).isEqualTo("no: ann may not write app; roles: app\n");
        assertThat(partly.output())
                .isEqualTo("no: ann may not read all keys, only a part of it, by role app: readwrite app/ (prefix)\n");
        assertThat(root.output()).isEqualTo("yes: root may read all keys, by role root: everything\n");
    }

    @Test
    void tellsWhetherAuthenticationIsOnOrWhichVersionCould() {
        Result status = run("auth", "status");

        if (version.equals(EtcdBinaries.V3_4)) {
            assertThat(status.status()).isEqualTo(4);
            assertThat(status.output()).isEmpty();
            assertThat(status.error().getFirst())
                    .startsWith("Error: auth status needs etcd 3.5 or newer")
                    .endsWith("runs 3.4.23");
            return;
        }
        assertThat(status).isEqualTo(new Result(0, "Authentication Status: false\nAuthRevision: 1\n", List.of()));
    }

    @Test
    void addsAUserWhoHasNoPassword() {
        Result added = run("user", "add", "ann", "--no-password");

        assertThat(added).isEqualTo(new Result(0, "User ann created\n", List.of()));
        enable();
        assertThat(run("get", "a", "--user", "ann:").status()).isNotZero();
    }

    @Test
    void warnsOfAnEmptyPassword() {
        Result added = run("user", "add", "ann:");

        assertThat(added.output()).isEqualTo("User ann created\n");
        assertThat(added.error()).containsExactly("Warning: the password of ann is empty, so anyone can log in as ann");
    }

    @Test
    void doesNotTakeARefusalForALostQuorum() {
        enable();

        Result status = run("status", "--user", "ann:annpw");

        assertThat(status.output() + status.error()).doesNotContain("NO QUORUM").doesNotContain("NO-QUORUM");
    }

    @Test
    void writesPasswordsNowhere() throws IOException {
        run("user", "add", "ann:hunter2");
        run("user", "add", "--interactive=false", "bob:hunter2");
        run("user", "add", "cid", "--new-user-password", "hunter2");
        List<String> errors = new ArrayList<>(run("user", "add", "ann:hunter2").error());
        errors.addAll(run("user", "add", "dan", "hunter2").error());
        errors.addAll(run("user", "passwd", "ann", "hunter2").error());

        assertThat(String.join("\n", errors)).doesNotContain("hunter2");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("hunter2"));
        }
    }

    private void enable() {
        run("user", "add", "root:rootpw");
        run("user", "add", "ann:annpw");
        run("role", "add", "app");
        run("role", "grant-permission", "app", "readwrite", "app/", "--prefix");
        run("user", "grant-role", "ann", "app");
        assertThat(run("auth", "enable").output()).isEqualTo("Authentication Enabled\n");
    }

    private Result run(String... words) {
        return new Program(home)
                .with("ETCDCTL_ENDPOINTS", etcd.server(0).authority())
                .run(words);
    }
}
