package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.shell.completion.script.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code completions/} holds the scripts as the commands there are make them. */
class CompletionScriptsTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Shell.class)
    void theScriptInTheRepositoryIsTheOneTheProgramPrints(Shell shell) throws IOException {
        Path file = Path.of("completions", "quorate." + shell.word());
        String script = shell.script(Catalogs.real(home));
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
        }

        assertThat(file).as("rewrite with -Dgolden.update").hasContent(script);
    }
}
