package dev.quorate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quorate.testing.terminal.Key;
import dev.quorate.testing.terminal.TerminalDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presses Tab in real shells. The program they ask for live names is a stand-in here, so that only the scripts are on trial. */
class CompletionScriptsIT {

    private static final String STAND_IN = """
            #!/bin/sh
            [ "$1 $2" = "__complete --" ] || exit 1
            shift 2
            case "$*" in
            "get /app/ho") echo /app/host ;;
            "get /app") echo /app/ ;;
            "get /my") printf '/my key\\tas somebody wrote it\\n' ;;
            "mem pro") printf 'promote\\tGives a learner a vote\\n' ;;
            "--endpoints 10.0.0.1:2379 member remove et") echo etcd1 ;;
            "get dead") exit 1 ;;
            "@et") printf '@etcd1\t8e9e05c52164694d\n' ;;
            "@etcd1,et") echo @etcd1,etcd2 ;;
            esac
            """;

    /** What is typed before Tab, and what then stands on the line. */
    private static final List<List<String>> TABS = List.of(
            List.of("quorate memb", "quorate member "),
            List.of("quorate lease gr", "quorate lease grant "),
            List.of("quorate get --print-v", "quorate get --print-value-only "),
            List.of("quorate compact --ph", "quorate compact --physical "),
            List.of("quorate -w js", "quorate -w json "),
            List.of("quorate get foo --order=AS", "quorate get foo --order=ASCEND "),
            List.of("quorate --endpoints x:1 member upd", "quorate --endpoints x:1 member update "),
            List.of("quorate get /app/ho", "quorate get /app/host "),
            List.of("quorate get /my", "quorate get /my\\ key "),
            List.of("quorate mem pro", "quorate mem promote "),
            List.of("quorate --endpoints 10.0.0.1:2379 member remove et", "member remove etcd1 "),
            List.of("quorate @et", "quorate @etcd1 "),
            List.of("quorate @etcd1,et", "quorate @etcd1,etcd2 "),
            List.of("quorate @etcd1 memb", "quorate @etcd1 member "),
            List.of("quorate run a-scr", "quorate run a-script.q "),
            List.of("quorate get --cacert=a-scr", "quorate get --cacert=a-script.q "));

    @TempDir
    private Path directory;

    @BeforeEach
    void putTheStandInOnThePath() throws IOException {
        Path program = Files.writeString(directory.resolve("quorate"), STAND_IN);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("a-script.q"), "");
    }

    @Test
    void completesInBash() throws IOException, InterruptedException {
        press("bash", List.of("--norc", "--noprofile", "-i"), "PS1='$ '; source " + script("bash"));
    }

    @Test
    void completesInZsh() throws IOException, InterruptedException {
        press("zsh", List.of("-f"), "PS1='$ '; autoload -Uz compinit; compinit -D -u; source " + script("zsh"));
    }

    @Test
    void completesInFish() throws IOException, InterruptedException {
        press(
                "fish",
                List.of("--no-config", "--private"),
                "function fish_prompt; echo '$ '; end; source " + script("fish"));
    }

    private static Path script(String shell) {
        return Path.of("completions", "quorate." + shell).toAbsolutePath();
    }

    private static boolean isHere(String shell) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, shell)));
    }

    private void press(String shell, List<String> flags, String preparation) throws IOException, InterruptedException {
        assumeTrue(isHere(shell), shell + " is not here: its completion is not tested");
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(flags);
        try (TerminalDriver terminal = TerminalDriver.program(command)
                .environment("PATH", directory + ":" + System.getenv("PATH"))
                .environment("HOME", directory.toString())
                .directory(directory)
                .size(100, 40)
                .patience(Duration.ofSeconds(30))
                .start()) {
            terminal.enter(preparation + "; echo re''ady");
            terminal.await("ready");
            for (List<String> tab : TABS) {
                terminal.type(tab.getFirst()).press(Key.TAB);
                terminal.await(tab.getLast().strip());
                terminal.press(Key.CTRL_U);
            }
        }
    }
}
