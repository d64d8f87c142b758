package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.CommandSpec;
import dev.quorate.output.Surface;
import dev.quorate.shell.CommandCatalog;
import dev.quorate.shell.StreamQuestions;
import dev.quorate.shell.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README tells of the program there is. */
class ReadmeTest {

    /** {@code | `member list` | Lists the members | }. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z][a-z -]*)` \\| (.+) \\|$", Pattern.MULTILINE);

    @TempDir
    private Path home;

    @Test
    void listsExactlyTheCommandsThereAre() throws IOException {
        List<String> expected = commands().stream()
                .filter(command -> !command.hidden())
                .map(command -> command.words() + ": " + command.summary())
                .toList();

        List<String> listed = ROW.matcher(section("## Commands"))
                .results()
                .map(ReadmeTest::wordsAndSummary)
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String wordsAndSummary(MatchResult row) {
        return row.group(1) + ": " + row.group(2);
    }

    private static String section(String heading) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("\n" + heading + "\n");
        int end = readme.indexOf("\n## ", start + 1);
        return readme.substring(start, end < 0 ? readme.length() : end);
    }

    private List<CommandSpec> commands() {
        var nothing = new ByteArrayInputStream(new byte[0]);
        var streams = new Streams(
                nothing, new ByteArrayOutputStream(), line -> {}, Surface.PIPE, new StreamQuestions(nothing, false));
        var launch = new Launch(List.of(), Map.of("QUORATE_HOME", home.toString()), streams, false);
        try (var beans = QuorateWiring.wire(launch)) {
            return beans.getBean(CommandCatalog.class).commands();
        }
    }
}
