package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program in another folder than the one it was built in, where its cache of classes is of no use. */
class MovedProgramE2E {

    @TempDir
    private Path folder;

    @Test
    void runsWithoutAWordAboutItsCache() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        Shell.run(folder, List.of("cp", "-r", absolute("scripts"), "."));
        Shell.run(folder, List.of("cp", "-r", absolute("target/quorate"), "target"));
        ProcessBuilder builder = new ProcessBuilder("scripts/quorate", "version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("QUORATE_HOME", folder.resolve("home").toString());

        int status = builder.start().waitFor();

        assertThat(status).isZero();
        assertThat(folder.resolve("output"))
                .content()
                .startsWith("etcdctl version: ")
                .doesNotContain("[error]");
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }
}
