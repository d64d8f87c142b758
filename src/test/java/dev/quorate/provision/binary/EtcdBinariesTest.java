package dev.quorate.provision.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.provision.Node.Program;
import dev.quorate.remote.FileAccess;
import dev.quorate.testing.FakeHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EtcdBinariesTest {

    private final FakeHost host = new FakeHost("here");
    private final EtcdBinaries binaries =
            new EtcdBinaries(host, Map.of("PATH", "relative:/usr/local/bin:/usr/bin", "QUORATE_CACHE", "/cache"));

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertThat(binaries.find(Optional.empty())).isEmpty();
    }

    @Test
    void prefersThePath() throws Exception {
        etcdAt("/usr/bin", "3.4.23");
        etcdAt("/cache/etcd/3.5.30", "3.5.30");

        assertThat(binaries.find(Optional.empty())).contains(program("/usr/bin", "3.4.23"));
    }

    @Test
    void takesTheNewestOfTheCache() throws Exception {
        etcdAt("/cache/etcd/3.5.9", "3.5.9");
        etcdAt("/cache/etcd/3.5.30", "3.5.30");
        host.withDirectory(Path.of("/cache/etcd/.3.6.0.123"), FileAccess.PRIVATE_DIRECTORY);

        assertThat(binaries.find(Optional.empty())).contains(program("/cache/etcd/3.5.30", "3.5.30"));
    }

    @Test
    void takesTheVersionAskedForWhereverItIs() throws Exception {
        etcdAt("/usr/bin", "3.4.23");
        etcdAt("/cache/etcd/3.5.30", "3.5.30");

        assertThat(binaries.find(EtcdVersion.parse("3.5.30"))).contains(program("/cache/etcd/3.5.30", "3.5.30"));
        assertThat(binaries.find(EtcdVersion.parse("3.5.31"))).isEmpty();
    }

    @Test
    void aProgramThatIsNoEtcdIsPassedOver() throws Exception {
        host.withFile(Path.of("/usr/local/bin/etcd"), "script", FileAccess.PROGRAM)
                .answering("/usr/local/bin/etcd --version", 126, "", "cannot execute");
        etcdAt("/usr/bin", "3.4.23");

        assertThat(binaries.find(Optional.empty())).contains(program("/usr/bin", "3.4.23"));
    }

    private void etcdAt(String directory, String version) {
        host.withDirectory(Path.of(directory), FileAccess.PROGRAM)
                .withFile(Path.of(directory, "etcd"), "elf", FileAccess.PROGRAM)
                .answering(directory + "/etcd --version", "etcd Version: " + version + "\nGit SHA: abc\n");
    }

    private static Program program(String directory, String version) {
        return new Program(
                Path.of(directory, "etcd"), EtcdVersion.parse(version).orElseThrow());
    }
}
