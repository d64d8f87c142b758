package dev.quorate.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogReasonTest {

    @Test
    void findsTheFatalLineOfAStructuredLog() {
        List<String> log = List.of(
                "{\"level\":\"info\",\"msg\":\"serving\"}",
                "{\"level\":\"fatal\",\"ts\":\"x\",\"msg\":\"discovery failed\",\"error\":\"listen tcp 127.0.0.1:2380: bind: address already in use\"}",
                "{\"level\":\"info\",\"msg\":\"bye\"}");

        assertThat(LogReason.of(log))
                .isEqualTo("discovery failed: listen tcp 127.0.0.1:2380: bind: address already in use");
    }

    @Test
    void findsTheCriticalLineOfAnOldLog() {
        List<String> log = List.of("2026-11-20 10:00:00.000000 C | etcdmain: cannot open db", "goodbye");

        assertThat(LogReason.of(log)).isEqualTo("2026-11-20 10:00:00.000000 C | etcdmain: cannot open db");
    }

    @Test
    void takesTheLastLineWhereNoneIsGrave() {
        assertThat(LogReason.of(List.of("one", "error verifying flags, unknown option", "")))
                .isEqualTo("error verifying flags, unknown option");
    }

    @Test
    void saysWhenTheLogSaysNothing() {
        assertThat(LogReason.of(List.of())).isEqualTo("its log says nothing");
    }

    @Test
    void aRefusedConfigurationIsTheReasonAlthoughSystemdHasTheLastWord() {
        assertThat(LogReason.of(List.of(
                        "{\"level\":\"info\",\"msg\":\"Loaded server configuration\"}",
                        "{\"level\":\"warn\",\"msg\":\"failed to verify flags\",\"error\":\"--election-timeout[1000ms] should"
                                + " be at least as 5 times as --heartbeat-interval[900ms]\"}",
                        "etcd.service: Failed with result 'exit-code'.",
                        "Failed to start etcd.service - etcd.")))
                .isEqualTo("failed to verify flags: --election-timeout[1000ms] should be at least as 5 times as"
                        + " --heartbeat-interval[900ms]");
    }
}
