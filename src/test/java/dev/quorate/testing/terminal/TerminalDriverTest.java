package dev.quorate.testing.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalDriverTest {

    @Test
    void showsWhatAProgramWrites() throws Exception {
        try (TerminalDriver terminal = shell("printf 'one\\ntwo\\n\\033[31mred\\033[0m plain'; read end")
                .start()) {
            Screen screen = terminal.await("plain");

            assertThat(screen.text()).isEqualTo("one\ntwo\nred plain");
            assertThat(screen.cursorRow()).isEqualTo(2);
            assertThat(screen.cursorColumn()).isEqualTo(9);
            assertThat(screen.cellsOf("red")).hasSize(3).allMatch(Screen.Cell::red);
            assertThat(screen.cellsOf("plain")).noneMatch(Screen.Cell::red);
        }
    }

    @Test
    void typesAndPassesTheExitStatusOn() throws Exception {
        try (TerminalDriver terminal =
                shell("read line; echo \"got $line\"; exit 7").start()) {
            terminal.enter("hello");
            terminal.await("got hello");

            assertThat(terminal.awaitExit()).isEqualTo(7);
        }
    }

    @Test
    void ctrlCIsASignalToTheProgram() throws Exception {
        try (TerminalDriver terminal = shell(
                        "trap 'echo interrupted; exit 5' INT; echo ready; while :; do read x; done")
                .start()) {
            terminal.await("ready");

            terminal.press(Key.CTRL_C);

            terminal.await("interrupted");
            assertThat(terminal.awaitExit()).isEqualTo(5);
        }
    }

    @Test
    void resizeReachesTheProgram() throws Exception {
        try (TerminalDriver terminal = shell("trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done")
                .size(100, 30)
                .start()) {
            terminal.await("30 100");

            terminal.resize(40, 20);

            assertThat(terminal.await("20 40").lines()).hasSize(20);
        }
    }

    @Test
    void aFailedWaitShowsTheScreen() throws Exception {
        try (TerminalDriver terminal = shell("echo here I am; read end")
                .patience(Duration.ofSeconds(2))
                .start()) {
            assertThatThrownBy(() -> terminal.await("somebody else"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no \"somebody else\" on the screen within 2000 ms")
                    .hasMessageContaining("here I am");
        }
    }

    @Test
    void aProgramThatEndsDoesNotKeepAWaitWaiting() throws Exception {
        try (TerminalDriver terminal = shell("echo done").start()) {
            assertThatThrownBy(() -> terminal.await("more"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the program ended without \"more\"");
        }
    }

    private static TerminalDriver.Builder shell(String script) {
        return TerminalDriver.program("sh", "-c", script);
    }
}
