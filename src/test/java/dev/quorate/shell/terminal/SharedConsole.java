package dev.quorate.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.Screen;
import dev.quorate.testing.terminal.TerminalDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A console with fake commands on a real terminal, which the tests of a class share. */
abstract class SharedConsole {

    static final String PROMPT = "127.0.0.9:2379 ●2/3 L=etcd1 ›";

    @TempDir
    static Path home;

    static TerminalDriver console;

    @BeforeAll
    static void open() throws Exception {
        console = console(home).start();
        console.awaitCursorLine(PROMPT);
    }

    @AfterAll
    static void leave() throws Exception {
        console.close();
    }

    @BeforeEach
    void clear() throws Exception {
        console.press(Key.CTRL_C).awaitSilence(Duration.ofMillis(80));
        console.press(Key.CTRL_L);
        console.await("empty screen", screen -> screen.text().equals(PROMPT));
    }

    static TerminalDriver.Builder console(Path home) {
        return TerminalDriver.program(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeConsole.class.getName())
                .patience(Duration.ofSeconds(10))
                .environment("QUORATE_HOME", home.toString())
                .environment("ETCDCTL_ENDPOINTS", "127.0.0.9:2379");
    }

    /** Runs {@code line} and waits for the prompt after it; what was written between. */
    static String output(String line) throws Exception {
        console.enter(line);
        Screen screen = console.await(
                "prompt after " + line,
                now -> now.lines().stream().filter(PROMPT::equals).count() == 1
                        && now.cursorLine().equals(PROMPT)
                        && now.cursorRow() > 0);
        List<String> lines = screen.lines().subList(0, screen.cursorRow());
        assertThat(lines.getFirst()).isEqualTo(PROMPT + " " + line);
        return String.join("\n", lines.subList(1, lines.size()));
    }

    /** Everything on the screen after {@code line} has run. */
    static String screenAfter(String line) throws Exception {
        console.enter(line);
        String last = line.substring(line.lastIndexOf(' ') + 1);
        console.await("[" + last + "]");
        return console.awaitCursorLine(PROMPT).text();
    }
}
