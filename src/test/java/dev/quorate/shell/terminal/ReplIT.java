package dev.quorate.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.Screen;
import dev.quorate.testing.terminal.TerminalDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator sees when lines are typed, interrupted, pasted and remembered. */
class ReplIT extends SharedConsole {

    @Test
    void aLineIsTakenAsTyped() throws Exception {
        assertThat(output("echo hello!! !1 ^a^b $HOME `x` *")).isEqualTo("[hello!!][!1][^a^b][$HOME][`x`][*]");
    }

    @Test
    void quotesAndEscapesAreThoseOfAShell() throws Exception {
        assertThat(output("echo '{\"a\": \"b c\"}' d\\ e \"f 'g'\"")).isEqualTo("[{\"a\": \"b c\"}][d e][f 'g']");
    }

    @Test
    void anOpenQuoteGoesOnInTheNextLine() throws Exception {
        console.enter("echo 'one");
        console.awaitCursorLine("…");
        console.enter("two' three");

        assertThat(console.await("[three]", screen -> screen.contains("two][three]"))
                        .text())
                .contains("[one\ntwo][three]");
    }

    @Test
    void aBackslashAtTheEndGoesOnInTheNextLine() throws Exception {
        console.enter("echo one \\");
        console.await("second line", screen -> screen.cursorLine().startsWith("…"));
        console.enter("two");

        console.await("[one][two]");
    }

    @Test
    void ctrlCAtThePromptClearsTheLine() throws Exception {
        console.type("echo never").await("echo never");

        console.press(Key.CTRL_C);
        console.awaitCursorLine(PROMPT);

        assertThat(screenAfter("echo after")).contains("[after]").doesNotContain("[never]");
    }

    @Test
    void ctrlCClearsALineOfSeveralLines() throws Exception {
        console.enter("echo 'one");
        console.awaitCursorLine("…");

        console.press(Key.CTRL_C);
        console.awaitCursorLine(PROMPT);

        assertThat(screenAfter("echo two")).contains("[two]").doesNotContain("[one");
    }

    @Test
    void ctrlCEndsTheCommandAndNotTheConsole() throws Exception {
        console.enter("wait").await("waiting");

        console.press(Key.CTRL_C);
        console.awaitCursorLine(PROMPT);

        assertThat(console.running()).isTrue();
        assertThat(screenAfter("echo alive")).contains("[alive]");
    }

    @Test
    void aSecondCtrlCLeavesBehindWhatDoesNotEnd() throws Exception {
        console.enter("stubborn").await("waiting");

        console.press(Key.CTRL_C).await("did you say something?");
        console.await("still waiting for \"stubborn\"; Ctrl-C again leaves it behind");
        console.press(Key.CTRL_C);

        console.await("left behind \"stubborn\"");
        console.awaitCursorLine(PROMPT);
        assertThat(screenAfter("echo alive")).contains("[alive]");
    }

    @Test
    void noCtrlCComesAtAMomentThatEndsTheConsole() throws Exception {
        for (int times = 0; times < 200; times++) {
            console.press(Key.CTRL_C);
        }
        console.awaitSilence(Duration.ofMillis(500));
        assertThat(console.running()).isTrue();
        assertThat(screenAfter("echo alive")).contains("[alive]");
    }

    @Test
    void ctrlCAtAQuestionEndsTheCommand() throws Exception {
        console.enter("ask").await("name? (100%)");

        console.press(Key.CTRL_C);

        console.awaitCursorLine(PROMPT);
    }

    @Test
    void asksAndTakesTheAnswer() throws Exception {
        console.enter("ask").await("name? (100%)");
        console.enter("ann");

        console.await("hello ann");
    }

    @Test
    void aSecretIsNotShown() throws Exception {
        console.enter("secret").await("secret:");
        console.enter("hunter2");
        console.await("secret of 7");

        assertThat(console.screen().text()).doesNotContain("hunter2");
    }

    @Test
    void standardInputIsTypedUntilCtrlD() throws Exception {
        console.enter("store").awaitCursorLine("…");
        console.enter("abc").awaitCursorLine("…");
        console.press(Key.CTRL_D);

        console.await("stored 4 bytes");
        console.awaitCursorLine(PROMPT);
    }

    @Test
    void whatIsTypedAheadIsNotLost() throws Exception {
        console.enter("ask").await("name? (100%)");

        console.type("ann\recho one\recho two\r");

        Screen screen = console.await("[two]");
        assertThat(screen.text()).contains("hello ann", "[one]", "[two]");
    }

    @Test
    void aWrongWordIsRefusedWithAProposal() throws Exception {
        assertThat(output("member lsit"))
                .isEqualTo("Error: unknown command \"member lsit\"\nHint: did you mean member list?");
    }

    @Test
    void pastedLinesRunOneAfterAnother() throws Exception {
        console.paste("echo one\necho 'two\nhalves'\necho three");
        console.await("echo three");
        console.press(Key.ENTER);

        Screen screen = console.await("[three]");
        assertThat(screen.text()).contains("› echo one\n[one]\n", "[two\nhalves]", "› echo three\n[three]");
    }

    @Test
    void aFailureStopsPastedLines() throws Exception {
        console.paste("echo one\nnonsense\necho three\necho four");
        console.press(Key.ENTER);

        Screen screen = console.await("2 more lines were not run");
        assertThat(screen.text())
                .contains("[one]", "unknown command \"nonsense\"")
                .doesNotContain("[three]");
    }

    @Test
    void historyIsWalkedAndSearchedAndItsSecretsAreGone() throws Exception {
        output("echo first --password hunter2");
        clear();
        output("echo second");

        console.press(Key.UP, Key.UP).awaitCursorLine(PROMPT + " echo first --password ***");
        console.press(Key.CTRL_C).awaitCursorLine(PROMPT);
        console.press(Key.CTRL_R).type("sec");
        console.await("echo second", screen -> screen.cursorLine().contains("echo second"));
        console.press(Key.CTRL_C);

        Path file = home.resolve("history");
        assertThat(Files.readString(file)).contains("echo second").doesNotContain("hunter2", "secret of");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void outputWithoutLineEndIsKept() throws Exception {
        assertThat(output("unended")).isEqualTo("no line end");
    }

    @Test
    void anEmptyLineDoesNothing() throws Exception {
        console.enter("").enter("   ").enter("# a comment");

        Screen screen = console.await("fourth prompt", now -> now.cursorRow() == 3);
        assertThat(screen.text()).doesNotContain("Error");
    }

    @Test
    void aNarrowTerminalHasThePromptOnALineOfItsOwn() throws Exception {
        try (TerminalDriver narrow = console(home).size(40, 20).start()) {
            narrow.awaitCursorLine("›");
            narrow.enter("echo 0123456789 0123456789 0123456789 0123456789");
            Screen screen = narrow.await("[0123456789]");
            narrow.awaitCursorLine("›");

            assertThat(screen.lines().getFirst()).isEqualTo("127.0.0.9:2379 ●2/3 L=etcd1");
            assertThat(screen.text()).contains("› echo 0123456789 0123456789 0123456789\n0123456789\n");
        }
    }

    @Test
    void theConsoleFollowsTheSizeOfTheTerminal() throws Exception {
        try (TerminalDriver resized = console(home).start()) {
            resized.awaitCursorLine(PROMPT);
            resized.resize(40, 20);
            resized.press(Key.ENTER).awaitCursorLine("›");
            resized.resize(100, 30);
            resized.press(Key.ENTER).awaitCursorLine(PROMPT);

            assertThat(resized.screen().text()).contains("127.0.0.9:2379 ●2/3 L=etcd1\n›");
        }
    }

    @Test
    void ctrlDLeavesWithSuccess() throws Exception {
        try (TerminalDriver other = console(home).start()) {
            other.awaitCursorLine(PROMPT);
            other.press(Key.CTRL_D);

            assertThat(other.awaitExit()).isZero();
        }
    }

    @Test
    void aPlainTerminalGetsPlainText() throws Exception {
        try (TerminalDriver plain = console(home)
                .environment("LC_ALL", "C")
                .environment("NO_COLOR", "1")
                .environment("FAKE_ALARM", "NOSPACE")
                .start()) {
            plain.awaitCursorLine("127.0.0.9:2379 *2/3 L=etcd1 NOSPACE >");
            plain.type("nonsense ");
            Screen screen = plain.awaitSilence(Duration.ofMillis(300));

            assertThat(screen.cellsOf("nonsense")).hasSize(8).noneMatch(Screen.Cell::red);
            assertThat(screen.cellsOf("NOSPACE")).hasSize(7).noneMatch(Screen.Cell::red);
        }
    }
}
