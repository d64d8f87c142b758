package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells ask the program when Tab is pressed. */
class CompletionTest {

    @TempDir
    private Path home;

    @Test
    void proposesWordsWithWhatTheyAreAbout() {
        Result result = complete("mem");

        assertThat(result.output()).isEqualTo("member\tlist, add, remove, update, promote\n");
    }

    @Test
    void asksTheContextsThereAre() {
        new Program(home).run("context", "save", "prod", "--endpoints", "127.0.0.1:1");

        assertThat(complete("use", "").output()).isEqualTo("prod\n");
        assertThat(complete("--context=p").output()).isEqualTo("--context=prod\n");
    }

    @Test
    void knowsClustersAndTheirHostsByTheirFiles() throws IOException {
        Path folder = Files.createDirectories(home.resolve("clusters/prod"));
        Files.writeString(folder.resolve("cluster.yaml"), """
                name: prod
                members:
                  - { name: etcd1, address: 10.0.0.1 }
                  - { name: etcd2, address: 10.0.0.2 }
                """);

        assertThat(complete("cluster", "up", "").output()).isEqualTo("prod\n");
        assertThat(complete("cluster", "down", "--member", "").output()).isEqualTo("etcd1\netcd2\n");
        assertThat(complete("host", "exec", "--hosts=etcd1,").output()).isEqualTo("--hosts=etcd1,etcd2\n");
    }

    @Test
    void isSilentAndSoonDoneWhereTheClusterDoesNotAnswer() {
        long begin = System.nanoTime();

        Result result = complete("--endpoints", "127.0.0.1:1", "get", "/");

        assertThat(result).isEqualTo(new Result(0, "", List.of()));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void hasNothingToSayToWhatIsNoLine() {
        assertThat(complete("get", "--nonsense", "").output()).isEmpty();
        assertThat(complete("--endpoints", "", "--hex=maybe", "get", "x").output())
                .isEmpty();
        assertThat(complete().output()).isEmpty();
    }

    @Test
    void refusesAShellItDoesNotKnow() {
        Result result = new Program(home).run("completion", "powershell");

        assertThat(result.status()).isEqualTo(128);
        assertThat(result.error())
                .contains("Error: invalid value \"powershell\" for <shell>: must be one of bash, zsh, fish");
    }

    private Result complete(String... words) {
        String[] line = new String[words.length + 2];
        line[0] = "__complete";
        line[1] = "--";
        System.arraycopy(words, 0, line, 2, words.length);
        return new Program(home).run(line);
    }
}
