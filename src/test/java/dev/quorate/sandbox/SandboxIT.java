package dev.quorate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdVersion;
import dev.quorate.etcd.jetcd.JetcdClients;
import dev.quorate.failure.OperatorException;
import dev.quorate.plan.PlanListener;
import dev.quorate.plan.Step;
import dev.quorate.plan.StepOutcome;
import dev.quorate.remote.ServiceStatus.State;
import dev.quorate.sandbox.DisturbMember.Disturbance;
import dev.quorate.sandbox.Sandbox.Manner;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.time.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SandboxIT {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent().toString());

    @TempDir
    private Path directory;

    private final List<String> changed = new ArrayList<>();
    private final Manner forReal = new Manner(false, new PlanListener() {
        @Override
        public void stepFinished(StepOutcome outcome) {
            if (outcome.changed()) {
                changed.add(outcome.step().title() + " " + outcome.step().target());
            }
        }
    });

    @AfterEach
    void endIt() throws Exception {
        SandboxProcesses.endAllBelow(directory);
    }

    @Test
    void comesUpIsFoundAgainAndMended() throws Exception {
        SandboxSpec spec = sandbox().up(asking(3), forReal);
        List<Long> pids = pids();

        assertThat(leaderKnown(spec)).isTrue();
        changed.clear();
        sandbox().up(new SandboxRequest(Optional.empty(), Optional.empty()), forReal);
        assertThat(changed).isEmpty();
        assertThat(pids()).isEqualTo(pids);

        sandbox().disturb("etcd2", Disturbance.KILL, forReal);
        sandbox().disturb("etcd3", Disturbance.PAUSE, forReal);
        assertThat(states()).containsExactly(State.RUNNING, State.DEAD, State.PAUSED);
        assertThat(sandbox().votes()).isEqualTo("1 of 3 members run: no quorum, 2 are needed");
        changed.clear();
        sandbox().up(asking(3), forReal);
        assertThat(changed).contains("start member etcd2", "start member etcd3").doesNotContain("start member etcd1");
        assertThat(pids().get(0)).isEqualTo(pids.get(0));
        assertThat(pids().get(2)).isEqualTo(pids.get(2));
        assertThat(leaderKnown(spec)).isTrue();

        sandbox().down(forReal);
        assertThat(states()).containsExactly(State.STOPPED, State.STOPPED, State.STOPPED);
        sandbox().purge(forReal);
        assertThat(directory.resolve("members")).doesNotExist();
        assertThatThrownBy(() -> sandbox().status()).hasMessage("there is no sandbox");
    }

    @Test
    void everyVersionComesUp() throws Exception {
        for (String version : List.of(EtcdBinaries.V3_4, EtcdBinaries.V3_5_OLD)) {
            Map<String, String> environment =
                    Map.of("PATH", EtcdBinaries.etcd(version).getParent().toString());
            SandboxRequest request = new SandboxRequest(Optional.of(1), EtcdVersion.parse(version));

            SandboxSpec spec = sandbox(environment).up(request, forReal);

            assertThat(leaderKnown(spec)).isTrue();
            sandbox().purge(forReal);
        }
    }

    @Test
    void refusesToBecomeAnotherSandbox() throws Exception {
        sandbox().up(asking(1), forReal);

        assertThatThrownBy(() -> sandbox().up(asking(3), forReal)).hasMessage("the sandbox has 1 member, not 3");
        assertThatThrownBy(
                        () -> sandbox().up(new SandboxRequest(Optional.empty(), EtcdVersion.parse("3.4.23")), forReal))
                .hasMessage("the sandbox runs etcd 3.5.30, not 3.4.23");
    }

    @Test
    void namesThePortAnotherProcessTookInBetween() throws Exception {
        SandboxSpec spec = sandbox().up(asking(1), forReal);
        sandbox().down(forReal);

        try (ServerSocket _ = new ServerSocket(spec.ports().peer(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> sandbox().up(asking(1), forReal))
                    .hasMessageStartingWith(
                            "sandbox up stopped: cannot check host on etcd1: another process listens on 127.0.0.1:%d: java (pid %d"
                                    .formatted(
                                            spec.ports().peer(),
                                            ProcessHandle.current().pid()));
        }
        sandbox().up(asking(1), forReal);
        assertThat(states()).containsExactly(State.RUNNING);
    }

    @Test
    void tellsWhyAMemberEnded() throws Exception {
        PlanListener thief = new PlanListener() {
            @Override
            public void stepApplying(Step step) {
                if (step.title().equals("start member")) {
                    breakConfiguration();
                }
            }
        };

        assertThatThrownBy(() -> sandbox().up(asking(1), new Manner(false, thief)))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("cannot await healthy on sandbox: etcd1 has ended: ");
        sandbox().up(asking(1), forReal);
        assertThat(states()).containsExactly(State.RUNNING);
    }

    @Test
    void aMemberWithoutItsDataIsNotStarted() throws Exception {
        sandbox().up(asking(1), forReal);
        sandbox().down(forReal);
        Files.move(directory.resolve("members/etcd1/data"), directory.resolve("elsewhere"));

        assertThatThrownBy(() -> sandbox().up(asking(1), forReal))
                .hasMessageContaining("the cluster counts on the data of etcd1, and there is none in ");
    }

    @Test
    void onlyOneConsoleChangesItAtATime() throws Exception {
        List<String> refusals = new ArrayList<>();
        PlanListener rival = new PlanListener() {
            @Override
            public void stepApplying(Step step) {
                if (step.title().equals("issue certificates")) {
                    refusals.add(refusalOfASecond());
                }
            }
        };

        sandbox().up(asking(1), new Manner(false, rival));

        assertThat(refusals).containsExactly("another console is changing the sandbox at this moment");
    }

    @Test
    void saysWhatWasTriedWhereThereIsNoEtcd() {
        Map<String, String> nothing = Map.of("PATH", "/nowhere", "QUORATE_CACHE", "/proc/nothing");

        assertThatThrownBy(() -> sandbox(nothing).up(asking(1), forReal))
                .hasMessageContaining("there is no etcd on this machine: PATH and /proc/nothing/etcd have none; ")
                .extracting("failure.hint")
                .isEqualTo("put etcd on PATH, or into /proc/nothing/etcd/VERSION/etcd, and try again");
    }

    @Test
    void saysWhereItCannotBeKept() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Sandbox sandbox =
                new Sandbox(file.resolve("home"), new JetcdClients(), ENVIRONMENT, Clock.systemUTC(), Pause.real());

        assertThatThrownBy(() -> sandbox.up(asking(1), forReal))
                .hasMessageContaining("cannot keep a sandbox in " + file.resolve("home"));
    }

    @Test
    void aLookChangesNothing() throws Exception {
        sandbox().up(asking(1), new Manner(true, PlanListener.NONE));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void membersNobodyRemembersAreMovedAside() throws Exception {
        sandbox().up(asking(1), forReal);
        sandbox().down(forReal);
        Files.delete(directory.resolve("sandbox.properties"));

        SandboxSpec spec = sandbox().up(asking(1), forReal);

        assertThat(leaderKnown(spec)).isTrue();
        assertThat(directory.toFile().list()).anyMatch(name -> name.startsWith("members.parked-"));
    }

    /** Whatever step it was killed after, the next run continues; in the end all is well and nothing runs twice. */
    @Test
    void convergesWhateverStepItsConsoleIsKilledAfter() throws Exception {
        int kills = 0;
        while (SandboxVictim.diesAfterItsFirstChange(directory)) {
            kills++;
        }

        assertThat(kills).isGreaterThanOrEqualTo(7);
        changed.clear();
        SandboxSpec spec = sandbox().up(asking(3), forReal);
        assertThat(leaderKnown(spec)).isTrue();
        assertThat(changed).isEmpty();
        assertThat(SandboxProcesses.below(directory)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 600, 800, 1000, 1200, 1400, 1700, 2000})
    void convergesWheneverItsConsoleIsKilled(long milliseconds) throws Exception {
        SandboxVictim.diesAfter(directory, Duration.ofMillis(milliseconds));

        SandboxSpec spec = sandbox().up(asking(3), forReal);

        assertThat(leaderKnown(spec)).isTrue();
        assertThat(SandboxProcesses.below(directory)).hasSize(3);
    }

    private void breakConfiguration() {
        try {
            Files.writeString(directory.resolve("members/etcd1/etcd.yaml"), "name: [");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refusalOfASecond() {
        try {
            sandbox().up(asking(1), forReal);
            return "it was let in";
        } catch (OperatorException e) {
            return e.failure().what();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sandbox sandbox() {
        return sandbox(ENVIRONMENT);
    }

    private Sandbox sandbox(Map<String, String> environment) {
        return new Sandbox(directory, new JetcdClients(), environment, Clock.systemUTC(), Pause.real());
    }

    private static SandboxRequest asking(int members) {
        return new SandboxRequest(Optional.of(members), Optional.empty());
    }

    private List<State> states() throws InterruptedException {
        return sandbox().status().stream()
                .map(member -> member.service().state())
                .toList();
    }

    private List<Long> pids() throws InterruptedException {
        return sandbox().status().stream()
                .map(member -> member.service().process().orElseThrow().pid())
                .toList();
    }

    private boolean leaderKnown(SandboxSpec spec) {
        try (EtcdClient client = new JetcdClients().connect(sandbox().settings(spec))) {
            return client.endpoints().stream()
                    .allMatch(endpoint -> client.maintenance().status(endpoint).leader() != 0);
        }
    }
}
