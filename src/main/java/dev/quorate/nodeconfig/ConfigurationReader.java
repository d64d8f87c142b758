package dev.quorate.nodeconfig;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what an etcd is configured by, in whatever form: its YAML file, a file of variables, flags, or a systemd unit with
 * the files it names.
 *
 * <p>What counts where is etcd's own order (its configuration documentation): with a {@code --config-file} nothing else,
 * otherwise a flag before a variable.
 */
public final class ConfigurationReader {

    private static final String CONFIG_FILE = "config-file";
    private static final String CONFIG_VARIABLE = "ETCD_CONFIG_FILE";

    private final Function<Path, Optional<String>> files;

    /** @param files the text of a file that a unit names, empty where there is none */
    public ConfigurationReader(Function<Path, Optional<String>> files) {
        this.files = files;
    }

    /**
     * What {@code text} says.
     *
     * @param source what it is called in messages
     * @throws OperatorException when it is nothing that configures an etcd
     */
    public FoundSettings read(String source, String text) {
        if (UnitFile.isUnit(text)) {
            return unit(source, UnitFile.parse(text));
        }
        String first = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        if (first.startsWith("-") && !first.equals("---")) {
            return FlagReader.read(words(text));
        }
        if (EnvironmentReader.isLine(first)) {
            return EnvironmentReader.read(text);
        }
        return YamlReader.read(source, text);
    }

    /** One flag with its value on each line, as we write them, or a command line. */
    private static List<String> words(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        boolean oneEach = lines.stream().allMatch(line -> line.startsWith("--") && line.indexOf('=') > 0);
        return oneEach ? lines : ShellWords.split(text);
    }

    private FoundSettings unit(String source, UnitFile unit) {
        if (!unit.startsEtcd()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    source + " is a unit that does not start etcd",
                    "give the unit whose ExecStart= starts it");
        }
        FoundSettings environment = EnvironmentReader.of(unit.environment());
        for (Path file : unit.environmentFiles()) {
            environment = files.apply(file)
                    .map(EnvironmentReader::read)
                    .orElse(missing(file, ConfigurationForm.ENVIRONMENT_FILE))
                    .over(environment);
        }
        Map<String, String> variables = EnvironmentReader.variables(environment);
        FoundSettings flags = FlagReader.read(unit.arguments(variables));
        Optional<Path> yaml = configFile(flags, variables);
        if (yaml.isPresent()) {
            return files.apply(yaml.get())
                    .map(text -> YamlReader.read(yaml.get().toString(), text))
                    .orElse(missing(yaml.get(), ConfigurationForm.YAML_FILE));
        }
        return flags.settings().values().isEmpty() ? environment : flags.over(environment);
    }

    private static Optional<Path> configFile(FoundSettings flags, Map<String, String> variables) {
        return Optional.ofNullable(flags.others().getOrDefault(CONFIG_FILE, variables.get(CONFIG_VARIABLE)))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
    }

    private static FoundSettings missing(Path file, ConfigurationForm form) {
        return new FoundSettings(form, NodeSettings.NONE, new LinkedHashMap<>(), List.of())
                .withFault("the unit names " + file + ", which is not here");
    }
}
