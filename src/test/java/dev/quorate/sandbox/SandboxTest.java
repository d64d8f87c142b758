package dev.quorate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.provision.Node.Program;
import dev.quorate.remote.ServiceStatus;
import dev.quorate.testing.ViewGolden;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {

    private static final Path FILE = Path.of("/q/sandbox.properties");
    private static final SandboxSpec SPEC = new SandboxSpec(
            3,
            new Program(Path.of("/opt/a=b/etcd"), new EtcdVersion(3, 5, 30)),
            "sandbox-1",
            new SandboxSpec.Ports(2379, 2380),
            true);

    @Test
    void whatWasDecidedIsReadAsItWasWritten() {
        assertThat(SpecFile.parse(FILE, SpecFile.format(SPEC))).isEqualTo(SPEC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "members=three\n", "members=3\nversion=new\n"})
    void aDamagedFileIsNamed(String text) {
        assertThatThrownBy(() -> SpecFile.parse(FILE, text))
                .hasMessageStartingWith("/q/sandbox.properties is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10})
    void refusesImpossibleSizes(int members) {
        assertThatThrownBy(() -> new SandboxRequest(Optional.of(members), Optional.empty()))
                .hasMessage("a sandbox has 1 to 9 members, not " + members);
    }

    @Test
    void warnsOfAnEvenNumberOfMembers() {
        MemberCountCheck check = new MemberCountCheck(new SandboxRequest(Optional.of(4), Optional.empty()));

        assertThat(check.look())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("4 members survive the loss of 1, no more than 3 do"));
    }

    @Test
    void membersAreTold() {
        MemberStatus running = new MemberStatus(
                "etcd1",
                ServiceStatus.running(new ServiceStatus.Running(4711, Instant.parse("2026-11-20T10:00:00.123Z"))),
                "https://127.0.0.1:2379",
                "https://127.0.0.1:2380",
                64_123_456);
        MemberStatus dead =
                new MemberStatus("etcd2", ServiceStatus.dead(), "https://127.0.0.2:2379", "https://127.0.0.2:2380", 0);

        ViewGolden.of(getClass()).check("status", new SandboxStatusView(List.of(running, dead)));
    }
}
