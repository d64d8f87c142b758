package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Access;
import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.PutRequest;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, roles and permissions, with authentication on and tokens that live for two seconds. */
@ParameterizedClass
@ValueSource(strings = {EtcdBinaries.V3_4, EtcdBinaries.V3_5})
final class AuthenticationIT {

    private static final KeyRange ALLOWED = KeyRange.prefix(Bytes.of("allowed/"));
    private static EtcdCluster etcd;
    private static EtcdClient root;

    @Parameter
    private String version;

    @BeforeParameterizedClassInvocation
    static void start(String version) {
        etcd = EtcdCluster.of(version).with("--auth-token-ttl=2").start();
        try (EtcdClient client = new JetcdClients().connect(etcd.settings())) {
            Access access = client.access();
            access.addUser("root", "rootpw");
            access.addRole("root");
            access.grantRole("root", "root");
            access.addUser("ann", "annpw");
            access.addRole("reader");
            access.grantPermission("reader", new Access.Permission(Access.Permission.Type.READ, ALLOWED));
            access.grantRole("ann", "reader");
            access.enable();
        }
        root = as("root", "rootpw");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        root.close();
        etcd.close();
    }

    @Test
    void tellsUsersRolesAndPermissions() {
        Access access = root.access();

        assertThat(access.users().names()).containsExactly("ann", "root");
        assertThat(access.rolesOf("ann").names()).containsExactly("reader");
        assertThat(access.roles().names()).containsExactly("reader", "root");
        assertThat(access.permissionsOf("reader").permissions())
                .containsExactly(new Access.Permission(Access.Permission.Type.READ, ALLOWED));
    }

    @Test
    void tellsWhetherItIsOnOrThatEtcdIsTooOld() {
        if (version.startsWith("3.4")) {
            Failure failure = failure(() -> root.access().status());

            assertThat(failure.what())
                    .isEqualTo("auth status needs etcd 3.5 or newer; "
                            + etcd.endpoints().getFirst() + " runs 3.4.23");
            return;
        }
        assertThat(root.access().status().enabled()).isTrue();
    }

    @Test
    void changesUsersAndRoles() {
        Access access = root.access();
        access.addUser("bob", "one");
        access.changePassword("bob", "two");
        access.addUserWithoutPassword("cert");
        access.addRole("temporary");
        access.grantRole("bob", "temporary");
        access.grantPermission("temporary", new Access.Permission(Access.Permission.Type.READWRITE, ALLOWED));

        try (EtcdClient bob = as("bob", "two")) {
            bob.keys().put(PutRequest.of(Bytes.of("allowed/bob"), Bytes.of("v")));
        }

        access.revokePermission("temporary", ALLOWED);
        access.revokeRole("bob", "temporary");
        access.deleteRole("temporary");
        access.deleteUser("bob");
        access.deleteUser("cert");
        assertThat(access.users().names()).containsExactly("ann", "root");
    }

    @Test
    void renewsATokenThatExpired() throws InterruptedException {
        try (EtcdClient other = as("root", "rootpw")) {
            root.keys().put(PutRequest.of(Bytes.of("a"), Bytes.of("1")));
            other.keys().put(PutRequest.of(Bytes.of("a"), Bytes.of("2")));

            Thread.sleep(3500);

            assertThat(root.membership().list(true).members()).hasSize(1);
            other.keys().put(PutRequest.of(Bytes.of("a"), Bytes.of("3")));
        }
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUser() {
        try (EtcdClient wrong = as("ann", "wrong");
                EtcdClient unknown = as("nobody", "x")) {
            Failure failure = failure(() -> read(wrong, "allowed/x"));

            assertThat(failure.what()).isEqualTo("etcdserver: authentication failed, invalid user ID or password");
            assertThat(failure.hint()).contains("--password");
            assertThatThrownBy(() -> read(unknown, "allowed/x"))
                    .hasMessage("etcdserver: authentication failed, invalid user ID or password");
        }
    }

    @Test
    void refusesWhoDoesNotLogIn() {
        try (EtcdClient nobody = new JetcdClients().connect(etcd.settings())) {
            Failure failure = failure(() -> read(nobody, "allowed/x"));

            assertThat(failure.what()).isEqualTo("etcdserver: user name is empty");
            assertThat(failure.hint()).contains("--user");
        }
    }

    @Test
    void refusesWhatTheRolesDoNotPermit() {
        try (EtcdClient ann = as("ann", "annpw")) {
            read(ann, "allowed/x");

            Failure failure = failure(() -> ann.keys().put(PutRequest.of(Bytes.of("allowed/x"), Bytes.of("v"))));

            assertThat(failure.what()).isEqualTo("etcdserver: permission denied");
            assertThat(failure.hint()).contains("role");
        }
    }

    @Test
    void goesOnWithoutATokenWhereAuthenticationIsOff() {
        try (EtcdCluster open = EtcdCluster.of(version).start();
                EtcdClient client = as(open.settings(), "root", "any")) {
            assertThat(client.membership().list(true).members()).hasSize(1);
        }
    }

    @Test
    void logsInOnceAuthenticationIsTurnedOn() {
        try (EtcdCluster open = EtcdCluster.of(version).start();
                EtcdClient client = as(open.settings(), "root", "rootpw")) {
            client.access().addUser("root", "rootpw");
            client.access().addRole("root");
            client.access().grantRole("root", "root");
            client.access().enable();

            client.keys().put(PutRequest.of(Bytes.of("a"), Bytes.of("1")));

            assertThat(client.access().users().names()).containsExactly("root");
        }
    }

    private static List<?> read(EtcdClient client, String key) {
        return client.keys()
                .range(RangeRequest.of(KeyRange.single(Bytes.of(key))))
                .keyValues();
    }

    private static EtcdClient as(String user, String password) {
        return as(etcd.settings(), user, password);
    }

    private static EtcdClient as(EtcdSettings settings, String user, String password) {
        return new JetcdClients()
                .connect(new EtcdSettings(
                        settings.endpoints(),
                        settings.tls(),
                        Optional.of(new EtcdSettings.Credentials(user, password)),
                        settings.timeouts(),
                        settings.keepAlive()));
    }

    private static Failure failure(Runnable action) {
        try {
            action.run();
        } catch (OperatorException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }
}
