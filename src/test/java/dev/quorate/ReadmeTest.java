package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.command.CommandSpec;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.ClusterDocument;
import dev.quorate.inventory.file.SpecWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README tells of the program there is. */
class ReadmeTest {

    private static final String START = "<!-- commands, one table per group -->\n";
    private static final String END = "<!-- end of commands -->";
    private static final Pattern TABLES = Pattern.compile(START + ".*?" + END, Pattern.DOTALL);

    private static final String SETTINGS_START = "<!-- settings of a cluster file -->\n";
    private static final String SETTINGS_END = "<!-- end of settings -->";
    private static final Pattern SETTINGS = Pattern.compile(SETTINGS_START + ".*?" + SETTINGS_END, Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void listsExactlyTheCommandsThereAre() throws IOException {
        requireShown(TABLES, START + tables() + END, "the commands");
    }

    @Test
    void showsEverySettingOfAClusterFile() throws IOException {
        String expected = "%s```yaml%n%s```%n%s".formatted(SETTINGS_START, clusterFile(), SETTINGS_END);

        requireShown(SETTINGS, expected, "the cluster file");
    }

    private static void requireShown(Pattern place, String expected, String what) throws IOException {
        Path file = Path.of("README.md");
        String readme = Files.readString(file);
        String shown = place.matcher(readme).results().findFirst().orElseThrow().group();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, readme.replace(shown, expected));
        }

        assertThat(Files.readString(file))
                .as(what + " in README.md (rewrite with -Dgolden.update)")
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: 1",
                "members: [{X: 1}]",
                "etcd: {X: 1}",
                "configuration: {X: 1}",
                "configuration: {ports: {X: 1}}",
                "configuration: {listen: {X: 1}}",
                "configuration: {advertise: {X: 1}}",
                "configuration: {tls: {X: 1}}",
                "service: {X: 1}",
                "certificates: {X: 1}",
                "certificates: {authority: {X: 1}}",
                "certificates: {all: {X: 1}}",
                "ssh: {X: 1}",
                "firewall: {X: 1}",
                "profile: {X: 1}"
            })
    void tellsOfEverySettingTheReaderKnows(String text) throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        List<String> known =
                ClusterDocument.parse(Path.of("x.yaml"), text.replace("X", "qqqqqqqqqqqqqqqq")).faults().stream()
                        .map(Object::toString)
                        .filter(fault -> fault.contains("; there are: "))
                        .flatMap(fault -> Stream.of(
                                fault.replaceFirst(".*; there are: ", "").split(", ")))
                        .toList();

        assertThat(known)
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(readme).containsPattern("\\b" + Pattern.quote(setting) + "\\b"));
    }

    /** As {@code cluster init} writes it, which reads as what it was written from. */
    private static String clusterFile() {
        List<NodeSpec> members = List.of(
                NodeSpec.of("etcd1", "10.0.0.1"), NodeSpec.of("etcd2", "10.0.0.2"), NodeSpec.of("etcd3", "10.0.0.3"));
        return SpecWriter.write(ClusterSpec.of("prod", members).withToken("kX2vTq8LmZ4wRb7NcY1s"), "The cluster prod.");
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
