package dev.quorate.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.failure.OperatorException;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.FileFacts;
import dev.quorate.remote.Host;
import dev.quorate.remote.HostFiles;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.remote.ShellCommand;
import dev.quorate.testing.hosts.TestHosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files and services of a real host, where root has its say. */
@Timeout(60)
class SystemdHostIT {

    private static TestHosts hosts;

    @TempDir
    private Path home;

    private SshHosts connections;
    private Host host;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.up(1);
    }

    @BeforeEach
    void connect() {
        SshFixture fixture = new SshFixture(hosts, home);
        connections = fixture.connections();
        host = connections.host(fixture.settings("etcd1", "root"));
    }

    @AfterEach
    void disconnect() {
        connections.close();
    }

    @Test
    void writesAFileWholeWithItsAccessAndReadsItBack() throws Exception {
        HostFiles files = host.files();
        Path path = Path.of("/var/lib/quorate test/it's a file");
        FileAccess access = FileAccess.of(0640).withOwner(Optional.of(new FileAccess.Owner("ops", "deploy")));
        files.delete(path.getParent());

        files.makeDirectory(path.getParent(), FileAccess.of(0750));
        files.write(path, bytes("first"), FileAccess.PUBLIC);
        files.write(path, bytes("second"), access);

        assertThat(files.read(path)).isEqualTo(bytes("second"));
        assertThat(files.stat(path)).hasValueSatisfying(facts -> {
            assertThat(access.heldBy(facts)).isTrue();
            assertThat(facts.kind()).isEqualTo(FileFacts.Kind.FILE);
            assertThat(facts.size()).isEqualTo(6);
        });
        assertThat(files.list(path.getParent())).containsExactly("it's a file");
        assertThat(files.stat(path.getParent()))
                .hasValueSatisfying(facts -> assertThat(facts.mode()).isEqualTo(0750));
        assertThat(files.sha256(path)).isEqualTo("16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothingHalfWritten() {
        hosts.fill("etcd1", "/var/lib/full");
        try {
            assertThatThrownBy(() -> host.files().write(Path.of("/var/lib/full/x"), new byte[8192], FileAccess.PUBLIC))
                    .isInstanceOfSatisfying(OperatorException.class, e -> {
                        assertThat(e.failure().what())
                                .startsWith("cannot write /var/lib/full/x on etcd1: ")
                                .endsWith("No space left on device");
                        assertThat(e.failure().hint()).startsWith("make room there");
                    });
            assertThat(hosts.run("etcd1", "ls", "-A", "/var/lib/full").strip()).isEqualTo("ballast");
        } finally {
            hosts.empty("etcd1", "/var/lib/full");
        }
    }

    @Test
    void filesAreWrittenWithoutATemporaryDirectory() throws Exception {
        hosts.run("etcd1", "mount", "-o", "remount,noexec,ro", "/tmp");
        try {
            host.files().write(Path.of("/var/lib/x"), bytes("x"), FileAccess.PUBLIC);

            assertThat(host.run(ShellCommand.reads("cat", "/var/lib/x")).text()).isEqualTo("x");
        } finally {
            hosts.run("etcd1", "mount", "-o", "remount,exec,rw", "/tmp");
        }
    }

    @Test
    void servicesAreSystemdUnits() throws Exception {
        host.files()
                .write(
                        Path.of("/etc/systemd/system/napper.service"),
                        bytes("[Service]\nExecStart=/bin/sh -c 'echo dozing; exec sleep 4713'\n"),
                        FileAccess.PUBLIC);
        host.run(ShellCommand.changes("systemctl", "daemon-reload")).orThrow();
        var services = host.services();

        assertThat(services.status("napper").state()).isEqualTo(ServiceStatus.State.STOPPED);
        services.start("napper");
        services.start("napper");
        assertThat(services.status("napper").state()).isEqualTo(ServiceStatus.State.RUNNING);
        services.pause("napper");
        assertThat(services.status("napper").state()).isEqualTo(ServiceStatus.State.PAUSED);
        services.resume("napper");
        services.kill("napper");
        host.run(ShellCommand.reads("sh", "-c", "while systemctl -q is-active napper; do sleep 0.1; done"));
        assertThat(services.status("napper").state()).isEqualTo(ServiceStatus.State.DEAD);
        services.start("napper");
        services.stop("napper");
        assertThat(services.status("napper").state()).isEqualTo(ServiceStatus.State.STOPPED);
        assertThat(services.logTail("napper", 50)).contains("dozing");
    }

    @Test
    void startingWaitsForNoQuorumButTellsOfAUnitThatFails() throws Exception {
        unit("waiter", "[Service]\nType=notify\nTimeoutStartSec=60\nExecStart=/bin/sleep 4714\n");
        unit("failer", "[Service]\nType=notify\nExecStart=/bin/sh -c 'echo no such luck; exit 3'\n");
        host.run(ShellCommand.changes("systemctl", "daemon-reload")).orThrow();

        host.services().start("waiter");

        assertThat(host.services().status("waiter").alive()).isTrue();
        host.services().stop("waiter");
        assertThatThrownBy(() -> host.services().start("nosuchunit"))
                .hasMessageContaining("cannot start nosuchunit on etcd1")
                .hasMessageContaining("not found");
    }

    @Test
    void factsAreThoseOfTheHost() throws Exception {
        assertThat(host.facts().system()).isEqualTo("debian 12");
        assertThat(host.facts().user()).isEqualTo("root");
    }

    private void unit(String name, String text) throws InterruptedException {
        host.files().write(Path.of("/etc/systemd/system/" + name + ".service"), bytes(text), FileAccess.PUBLIC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
