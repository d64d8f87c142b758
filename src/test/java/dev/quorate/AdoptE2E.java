package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters that were made by hand in the manner of the tutorials, taken over by the built program. */
@Timeout(180)
class AdoptE2E {

    private static final List<String> NAMES = List.of("etcd1", "etcd2", "etcd3");

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "000, 3.5.16, /etc/default/etcd, s/LISTEN_CLIENT_URLS=.*/LISTEN_CLIENT_URLS=https:\\/\\/0.0.0.0:2379/",
        "002, 3.4.23, /etc/etcd/etcd.conf.yml, s/log-level: info/log-level: debug/",
        "004, 3.5.16, /lib/systemd/system/etcd.service, s/User=root/User=nobody/"
    })
    void aClusterMadeByHandDiffersInNothingFromTheFileItIsAdoptedTo(
            String form, String version, String file, String change) throws Exception {
        TestHosts hosts = TestHosts.fresh(3);
        BuiltProgram quorate = new BuiltProgram(home);
        Path certificates = madeByHand(hosts, form, version);
        quorate.sshConfig("Host *\n  User root\n  IdentityFile %s\n  UserKnownHostsFile %s\n"
                .formatted(hosts.key(), hosts.knownHosts()));
        hosts.run("etcd2", "cp", file, "/var/as-it-was");

        BuiltProgram.Result adopted = quorate.run(
                "cluster",
                "adopt",
                "found",
                "--cacert=" + certificates.resolve("ca.crt"),
                "--cert=" + certificates.resolve("c.crt"),
                "--key=" + certificates.resolve("c.key"),
                "--endpoints="
                        + NAMES.stream()
                                .map(name -> "https://" + hosts.address(name) + ":2379")
                                .collect(Collectors.joining(",")));
        assertThat(adopted.error()).contains("wrote ").doesNotContain("Error");

        assertThat(quorate.run("cluster", "lint", "found").status()).isZero();
        assertSettled(quorate);
        assertThat(quorate.run("cluster", "up", "found", "--yes").error()).contains("nothing was changed");

        hosts.run("etcd2", "sed", "-i", change, file);
        BuiltProgram.Result drift = quorate.run("cluster", "drift", "found");
        assertThat(drift.status()).isOne();
        assertThat(drift.output()).contains(file + " is different");
        hosts.run("etcd2", "cp", "--preserve=all", "/var/as-it-was", file);
        hosts.run("etcd2", "touch", "-d", "2020-01-01", file);
        hosts.run("etcd2", "systemctl", "daemon-reload");
        assertSettled(quorate);
    }

    private static void assertSettled(BuiltProgram quorate) throws Exception {
        BuiltProgram.Result drift = quorate.run("cluster", "drift", "found");

        assertThat(drift.output() + drift.error()).isEqualTo("all is as it should be, nothing would be changed\n");
        assertThat(drift.status()).isZero();
    }

    private Path madeByHand(TestHosts hosts, String form, String version) throws Exception {
        Path script = home.resolve("by-hand.sh");
        try (var text = AdoptE2E.class.getResourceAsStream("/dev/quorate/cluster/adopt/by-hand.sh")) {
            Files.copy(text, script);
        }
        List<String> command = new ArrayList<>(List.of(
                "bash",
                script.toString(),
                form,
                EtcdBinaries.etcd(version).getParent().toString(),
                hosts.key().getParent().toString(),
                home.resolve("made").toString()));
        NAMES.forEach(name -> command.add(hosts.address(name)));
        Shell.run(home, command);
        return home.resolve("made");
    }
}
