package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Users and passwords on a cluster with authentication on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginIT {

    private static final String PASSWORD = "pass:word with blanks";

    @TempDir
    Path home;

    private EtcdCluster etcd;

    @BeforeAll
    void start() {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).start();
        etcdctl("user", "add", "root:" + PASSWORD);
        etcdctl("user", "grant-role", "root", "root");
        etcdctl("auth", "enable");
    }

    @AfterAll
    void stop() {
        etcd.close();
    }

    @Test
    void takesThePasswordFromEveryPlace() throws IOException {
        Path file = Files.writeString(home.resolve("password"), PASSWORD + "\n");
        Program program = new Program(home);

        Stream<Result> results = Stream.of(
                program.run("put", "a", "b", endpoints(), "--user=root:" + PASSWORD),
                program.run("put", "a", "b", endpoints(), "--user=root", "--password=" + PASSWORD),
                program.run("put", "a", "b", endpoints(), "--user=root", "--password-file=" + file),
                program.runWith(PASSWORD + "\n", "put", "a", "b", endpoints(), "--user=root"),
                new Program(home)
                        .with("ETCDCTL_USER", "root")
                        .with("ETCDCTL_PASSWORD", PASSWORD)
                        .run("put", "a", "b", endpoints()));

        assertThat(results).allMatch(result -> result.output().equals("OK\n"));
    }

    @Test
    void storesNoPasswordAnywhere() throws IOException {
        Program program = new Program(home);

        Result connected = program.run("connect", address(), "--user=root:" + PASSWORD, "--save=secured");

        assertThat(connected.status()).isZero();
        assertThat(program.runWith(PASSWORD + "\n", "get", "a").status()).isZero();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("password")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("word with blanks"));
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        Result result = new Program(home).run("connect", address(), "--user=root:guess");

        assertThat(result.status()).isNotZero();
        assertThat(String.join("\n", result.error()))
                .contains("authentication failed")
                .doesNotContain("guess");
    }

    private String address() {
        return etcd.server(0).authority();
    }

    private String endpoints() {
        return "--endpoints=" + address();
    }

    private void etcdctl(String... words) {
        List<String> command =
                new ArrayList<>(List.of(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString()));
        command.addAll(etcd.etcdctlFlags());
        command.addAll(List.of(words));
        Shell.run(etcd.directory(), command);
    }
}
