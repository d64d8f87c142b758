package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.nodeconfig.ConfigurationForm;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.plan.StepState;
import dev.quorate.provision.Node;
import dev.quorate.provision.NodeProgram;
import dev.quorate.provision.binary.ProgramChoice;
import dev.quorate.remote.FileAccess;
import dev.quorate.remote.HostFacts;
import dev.quorate.remote.local.LocalHost;
import dev.quorate.remote.local.Supervisor;
import dev.quorate.testing.FakeHost;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of a release on the operator's machine, and which of them goes to which host. */
class ArchiveStepsTest {

    private static final String AMD64 = "\u007fELF" + "\0".repeat(14) + ">\0";
    private static final String ARM64 = "\u007fELF" + "\0".repeat(14) + "\u00b7\0";

    @TempDir
    private Path here;

    private Path archive;
    private UnpackArchive step;

    @BeforeEach
    void pack() throws IOException {
        Path tree = Files.createDirectories(here.resolve("etcd-v3.5.16-linux-amd64"));
        Files.writeString(tree.resolve("etcd"), "#!/bin/sh\n".repeat(1000));
        archive = here.resolve("etcd-v3.5.16-linux-amd64.tar.gz");
        Shell.run(
                here,
                List.of("tar", "-czf", archive.toString(), tree.getFileName().toString()));
        step = new UnpackArchive(
                new LocalHost("this machine", new Supervisor(Map.of(), Pause.real())),
                archive,
                here.resolve("unpacked"));
    }

    @Test
    void anArchiveThatAgreesWithItsChecksumIsUnpackedOnce() throws Exception {
        Files.writeString(here.resolve("SHA256SUMS"), Shell.run(here, List.of("sh", "-c", "sha256sum *.tar.gz")));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        archive + " is packed",
                        List.of("unpack it to " + here.resolve("unpacked") + " (its checksum is right)")));
        step.apply();

        assertThat(here.resolve("unpacked/etcd")).exists();
        assertThat(step.inspect())
                .isEqualTo(StepState.done(here.resolve("unpacked").toString()));
    }

    @Test
    void anArchiveWithAWrongChecksumIsRefusedBeforeAnythingIsDone() throws Exception {
        Files.writeString(here.resolve("SHA256SUMS"), "0".repeat(64) + "  " + archive.getFileName() + "\n");

        assertThat(step.inspect())
                .isEqualTo(StepState.blocked(
                        archive + " does not agree with SHA256SUMS beside it: it is damaged, or not what it says",
                        "get the archive and SHA256SUMS again, from the project's own page"));
    }

    @Test
    void anArchiveThatTheChecksumsDoNotListIsRefused() throws Exception {
        Files.writeString(here.resolve("SHA256SUMS"), "0".repeat(64) + "  etcd-v3.5.17-linux-amd64.tar.gz\n");

        assertThat(step.inspect())
                .isEqualTo(StepState.blocked(
                        "SHA256SUMS beside " + archive + " does not list it",
                        "get the SHA256SUMS of the same release, and keep the archive's name"));
    }

    @Test
    void anArchiveThatIsCutShortLeavesNothing() throws Exception {
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        archive + " is packed",
                        List.of("unpack it to " + here.resolve("unpacked")
                                + " (no SHA256SUMS lies beside it: nothing vouches for it)")));
        assertThatThrownBy(step::apply).hasMessageStartingWith("cannot unpack " + archive + ": ");
        assertThat(here.resolve("unpacked")).doesNotExist();
        assertThat(here.resolve("unpacked.new")).doesNotExist();
    }

    @Test
    void anArchiveThatIsNeededByNoHostIsLeftAlone() throws Exception {
        FakeHost host = new FakeHost("etcd1").withFacts(new HostFacts("Linux", "aarch64", "debian 12", "root"));

        assertThat(new ForArchitecture("amd64", List.of(host), step).inspect())
                .isEqualTo(StepState.done("no host is amd64"));
        assertThat(new ForArchitecture("arm64", List.of(host), step).inspect()).isEqualTo(step.inspect());
    }

    @Test
    void eachHostGetsTheProgramForItsArchitecture() throws Exception {
        write("amd64", AMD64);
        write("arm64", ARM64);

        assertThat(install("x86_64").inspect())
                .isEqualTo(StepState.needed("missing or different", List.of("/usr/local/bin/etcd (0755)")));
        assertThat(install("aarch64").inspect())
                .isEqualTo(StepState.needed("missing or different", List.of("/usr/local/bin/etcd (0755)")));
    }

    @Test
    void aProgramForAnotherArchitectureIsRefused() throws Exception {
        write("amd64", AMD64);
        write("arm64", AMD64);

        assertThat(install("aarch64").inspect())
                .isEqualTo(StepState.blocked(
                        here.resolve("arm64/etcd") + " is made for amd64, and the host is arm64",
                        "give a program made for arm64"));
    }

    private void write(String architecture, String content) throws IOException {
        Path folder = Files.createDirectories(here.resolve(architecture));
        Files.writeString(folder.resolve("etcd"), content, StandardCharsets.ISO_8859_1);
    }

    private InstallBinaries install(String machine) {
        FakeHost host = new FakeHost("etcd1").withFacts(new HostFacts("Linux", machine, "debian 12", "root"));
        Path target = Path.of("/usr/local/bin/etcd");
        Node node = new Node(
                "etcd1",
                host,
                "etcd.service",
                new Node.Program(target, new EtcdVersion(3, 5, 16)),
                new Node.Configuration(ConfigurationForm.FLAGS, Path.of("/etc/etcd.conf"), NodeSettings.NONE),
                Optional.empty(),
                false);
        ProgramChoice choice =
                new ProgramChoice(architecture -> here.resolve(architecture).resolve("etcd"), here.resolve("cache"));
        return InstallBinaries.of(node, List.of(new NodeProgram(choice, target, FileAccess.PROGRAM)));
    }
}
