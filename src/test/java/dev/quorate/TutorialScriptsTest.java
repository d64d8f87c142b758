package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.shell.Binder;
import dev.quorate.shell.Script;
import dev.quorate.shell.ScriptReader;
import dev.quorate.shell.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the tutorials, and the lines in them that are for the operator's own hands, are lines of the console. */
class TutorialScriptsTest {

    private static final String BY_HAND = "#   ";
    private static final Variables VARIABLES =
            new Variables(Map.of("file", "cluster.yaml", "revision", "5", "members", "a=b"), Map.of("HOME", "/root"));

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void whatIsToBeDoneByHandCanBeTyped(String tutorial) throws IOException {
        String text = Files.readString(Path.of("scripts/tutorials", tutorial, "tutorial.quorate"));

        int lines = read(tutorial, text).lines().size();
        int withThoseByHand = read(tutorial, typed(text)).lines().size();

        assertThat(text).contains("# NOT YET: ");
        assertThat(withThoseByHand).isGreaterThan(lines);
    }

    private static String typed(String text) {
        return text.lines()
                .map(line -> line.startsWith(BY_HAND) && !line.startsWith(BY_HAND + "quorate run")
                        ? line.substring(BY_HAND.length())
                        : line)
                .collect(Collectors.joining("\n"));
    }

    private Script read(String name, String text) {
        List<String> faults = new ArrayList<>();
        try {
            return new ScriptReader(new Binder(Catalogs.real(home))).read(name, text, VARIABLES, faults::add);
        } finally {
            assertThat(faults).isEmpty();
        }
    }
}
