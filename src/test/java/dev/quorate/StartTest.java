package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a start costs: classes that are loaded without need are most of it. */
class StartTest {

    private static List<String> classesLoadedBy(String command) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(
                        java,
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.quorate.QuorateApplication",
                        command)
                .redirectErrorStream(true)
                .start();
        String log = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(log).contains("dev.quorate.QuorateApplication");
        return log.lines().toList();
    }

    @Test
    void touchesNoLibraryThatItDoesNotUse() throws IOException {
        List<String> unneeded = List.of(
                " org.bouncycastle.", " io.grpc.", " io.netty.", " com.fasterxml.", " net.schmizz.", " org.jline.");

        List<String> loaded = classesLoadedBy("help");

        assertThat(loaded.stream().filter(line -> unneeded.stream().anyMatch(line::contains)))
                .isEmpty();
    }
}
