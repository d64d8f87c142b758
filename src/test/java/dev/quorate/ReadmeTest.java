package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.CommandSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README tells of the program there is. */
class ReadmeTest {

    private static final String START = "<!-- commands, one table per group -->\n";
    private static final String END = "<!-- end of commands -->";
    private static final Pattern TABLES = Pattern.compile(START + ".*?" + END, Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void listsExactlyTheCommandsThereAre() throws IOException {
        Path file = Path.of("README.md");
        String readme = Files.readString(file);
        String listed =
                TABLES.matcher(readme).results().findFirst().orElseThrow().group();

        String expected = START + tables() + END;
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, readme.replace(listed, expected));
        }

        assertThat(Files.readString(file))
                .as("the commands in README.md (rewrite with -Dgolden.update)")
                .contains(expected);
    }

    private String tables() {
        Map<String, List<CommandSpec>> groups = commands().stream()
                .filter(command -> !command.hidden())
                .collect(Collectors.groupingBy(CommandSpec::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> "| %s | |\n|---|---|\n%s".formatted(group.getKey(), rows(group.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(List<CommandSpec> commands) {
        return commands.stream()
                .map(command -> "| `%s` | %s |\n".formatted(command.words(), command.summary()))
                .collect(Collectors.joining());
    }

    private List<CommandSpec> commands() {
        return Catalogs.real(home).commands();
    }
}
