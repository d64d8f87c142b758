package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import dev.quorate.testing.etcd.Shell;
import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.Screen;
import dev.quorate.testing.terminal.TerminalDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built program on a terminal, on a real cluster over mutual TLS, as an operator meets it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleE2E {

    @TempDir
    private static Path home;

    private static EtcdCluster etcd;
    private static TerminalDriver console;
    private static String prompt;

    @BeforeAll
    static void open() throws Exception {
        etcd = EtcdCluster.of(EtcdBinaries.V3_5).mutualTls().start();
        List<String> command = new ArrayList<>(
                List.of(Path.of("scripts", "quorate").toAbsolutePath().toString()));
        command.addAll(etcd.etcdctlFlags());
        console = TerminalDriver.program(command)
                .size(120, 30)
                .environment("QUORATE_HOME", home.toString())
                .start();
        Screen screen =
                console.await("health in the prompt", now -> now.cursorLine().contains("●1/1"));
        prompt = screen.cursorLine();
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
        etcd.close();
    }

    @BeforeEach
    void clear() throws Exception {
        console.press(Key.CTRL_C).awaitSilence(Duration.ofMillis(80));
        console.press(Key.CTRL_L);
        console.await("empty screen", screen -> screen.text().equals(prompt));
    }

    @Test
    @Order(1)
    void storesALineAsItWasTyped() throws Exception {
        console.enter("put greeting hello!!").await("OK");
        console.enter("get greeting");

        assertThat(console.await("greeting\nhello!!\n" + prompt).text()).endsWith(prompt);
    }

    @Test
    @Order(2)
    void completesKeysOfTheCluster() throws Exception {
        console.enter("put /registry/pods/default/web-1 x").await("OK");
        clear();

        console.type("get /reg").press(Key.TAB);

        console.await(prompt + " get /registry/pods/default/web-1");
    }

    @Test
    @Order(3)
    void ctrlCEndsAWatchAndNothingElse() throws Exception {
        etcdctl("put", "clock", "tick");
        console.enter("watch clock --rev=1");
        console.await("PUT\nclock\ntick");

        console.press(Key.CTRL_C);

        console.awaitCursorLine(prompt);
        assertThat(console.running()).isTrue();
    }

    @Test
    @Order(4)
    void refusesAWrongWordBeforeAnyEffect() throws Exception {
        console.enter("member lsit");

        console.await("Error: unknown command \"member lsit\"\nHint: did you mean member list?\n" + prompt);
    }

    @Test
    @Order(5)
    void aMemberThatDoesNotAnswerFreezesNeitherLineNorPrompt() throws Exception {
        etcd.server(0).freeze();
        try {
            console.await(
                    "lost quorum in the prompt", screen -> screen.cursorLine().contains("NO-QUORUM"));
            console.type("get /registry/x").press(Key.TAB).type("y");
            console.await("get /registry/xy");
            console.press(Key.CTRL_U).enter("get greeting");
            console.press(Key.CTRL_C);
            console.await("prompt again", screen -> screen.cursorLine().endsWith("›"));
        } finally {
            etcd.server(0).thaw();
        }
        console.await("health in the prompt", now -> now.cursorLine().equals(prompt));
    }

    @Test
    @Order(6)
    void tellsTheHistory() throws Exception {
        console.enter("history");

        assertThat(console.await("member lsit").text()).contains("put greeting hello!!", "watch clock --rev=1");
    }

    @Test
    @Order(7)
    void aTableTooWideForTheTerminalIsWrittenAsRecordsOutsideTheConsoleToo() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("scripts", "quorate").toAbsolutePath().toString(), "status"));
        command.addAll(etcd.etcdctlFlags());
        try (TerminalDriver line = TerminalDriver.program(command)
                .size(50, 30)
                .environment("QUORATE_HOME", home.toString())
                .environment("COLUMNS", null)
                .start()) {
            assertThat(line.awaitExit()).isZero();
            assertThat(line.screen().text()).contains("ROLE").contains("leader").doesNotContain("+--");
        }
    }

    @Test
    @Order(8)
    void exitLeaves() throws Exception {
        console.enter("exit 3");

        assertThat(console.awaitExit()).isEqualTo(3);
    }

    private static void etcdctl(String... words) {
        List<String> command =
                new ArrayList<>(List.of(EtcdBinaries.etcdctl(EtcdBinaries.V3_5).toString()));
        command.addAll(etcd.etcdctlFlags());
        command.addAll(List.of(words));
        Shell.run(etcd.directory(), command);
    }
}
