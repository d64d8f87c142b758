package dev.quorate;

import dev.quorate.testing.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each command can do at its worst, to be read through: protected contexts, and the audit log, go by it. */
class EffectsTest {

    @TempDir
    private Path home;

    @Test
    void everyCommandSaysTheWorstItCanDo() {
        String effects = Catalogs.real(home).commands().stream()
                .map(command -> "%-8s %s\n".formatted(command.effect(), command.words()))
                .collect(Collectors.joining());

        Golden.of(EffectsTest.class).check("effects.txt", effects);
    }
}
