package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.shell.FakeStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in this process, without a cluster. */
class QuorateApplicationTest {

    @TempDir
    private Path home;

    private final FakeStreams streams = new FakeStreams("version\nversion # twice\n");

    private int quorate(String... arguments) {
        Map<String, String> environment = Map.of("QUORATE_HOME", home.toString());
        return QuorateApplication.run(new Launch(List.of(arguments), environment, streams.streams(), false));
    }

    @Test
    void printsTheVersionAsEtcdctlDoes() {
        int status = quorate("version");

        assertThat(status).isZero();
        assertThat(streams.out()).isEqualTo("etcdctl version: 3.5.30\nAPI version: 3.5\n");
        assertThat(streams.error()).isEmpty();
    }

    @Test
    void printsItsOwnVersionOnRequest() {
        assertThat(quorate("--version")).isZero();
        assertThat(streams.out()).startsWith("quorate ");
    }

    @Test
    void runsStandardInputAsAScript() {
        assertThat(quorate()).isZero();
        assertThat(streams.out()).isEqualTo("etcdctl version: 3.5.30\nAPI version: 3.5\n".repeat(2));
    }

    @Test
    void runsTheLinesOfAnArgument() {
        assertThat(quorate("-c", "version; version")).isZero();
        assertThat(streams.out()).isEqualTo("etcdctl version: 3.5.30\nAPI version: 3.5\n".repeat(2));
    }

    @Test
    void runsAFile() throws IOException {
        Path script = Files.writeString(home.resolve("two.q"), "version\nexit 9\nversion");

        assertThat(quorate("run", script.toString())).isEqualTo(9);
        assertThat(streams.out()).isEqualTo("etcdctl version: 3.5.30\nAPI version: 3.5\n");
    }

    @Test
    void endsWithTheStatusThatLinesExitWith() {
        assertThat(quorate("-c", "exit 9; version")).isEqualTo(9);
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void keepsTheArgumentsOfOneLineApart() {
        int status = quorate("help", "member list; version");

        assertThat(status).isEqualTo(128);
        assertThat(streams.error().getFirst()).isEqualTo("Error: unknown command \"member list; version\"");
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void refusesAWrongLineBeforeAnyEffectWithoutAWordOnStandardOutput() {
        assertThat(quorate("del", "--prefix")).isEqualTo(128);
        assertThat(quorate("member", "lsit")).isEqualTo(128);
        assertThat(quorate("-c", "version; del --prefix")).isEqualTo(128);
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void swallowsNoOptionOfAFramework() {
        assertThat(quorate("version", "--spring.main.banner-mode=off")).isEqualTo(128);
        assertThat(streams.error().getFirst()).isEqualTo("Error: unknown flag --spring.main.banner-mode for version");
    }

    @Test
    void refusesOptionsOfScriptsWithoutAScript() {
        Map<String, String> environment = Map.of("QUORATE_HOME", home.toString());

        int status = QuorateApplication.run(new Launch(List.of("--echo"), environment, streams.streams(), true));

        assertThat(status).isEqualTo(128);
        assertThat(streams.error().getFirst()).isEqualTo("Error: --echo is given without a script");
    }

    @Test
    void helpsOnStandardOutput() {
        assertThat(quorate("member")).isZero();
        assertThat(quorate("get", "--help")).isZero();
        assertThat(quorate("--help")).isZero();
        assertThat(streams.out()).contains("member list", "Usage: get <key> [range_end] [flags]", "Console:");
        assertThat(streams.error()).isEmpty();
    }

    @Test
    void tellsAWrongEnvironmentInsteadOfAStackTrace() {
        Map<String, String> environment = Map.of("QUORATE_HOME", home.toString(), "QUORATE_CLUSTER", "nowhere");

        int status = QuorateApplication.run(new Launch(List.of("get", "k"), environment, streams.streams(), false));

        assertThat(status).isEqualTo(3);
        assertThat(streams.error().getFirst()).isEqualTo("Error: no context named \"nowhere\"");
    }

    @Test
    void helpsOnEveryCommand() {
        quorate("help");

        streams.out()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" {2,}")[0])
                .filter(words -> !words.startsWith("quorate") && !words.startsWith("help"))
                .forEach(words -> assertThat(quorate((words + " --help").split(" ")))
                        .as(words)
                        .isZero());
    }
}
