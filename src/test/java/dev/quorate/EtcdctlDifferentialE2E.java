package dev.quorate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What only a process can get wrong: arguments, streams and signals of the program as it is installed. */
class EtcdctlDifferentialE2E {

    private static final String SECTION = "a process of its own";

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicContainer> answersAsEtcdctlDoes() throws IOException {
        var differential = new Differential(members -> new LauncherSide(members, home));
        return Stream.of(differential.tests(SECTION, Differential.sections().get(SECTION)));
    }

    /** This program through its launcher. */
    private static final class LauncherSide extends DifferentialSide {
        private final Path home;

        private LauncherSide(int members, Path home) {
            super(members);
            this.home = home;
        }

        @Override
        Run start(List<String> words, Map<String, String> environment, byte[] input) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of("scripts", "quorate").toAbsolutePath().toString());
            command.addAll(words);
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.environment().put("QUORATE_HOME", home.toString());
            return new ProcessRun(builder.start(), input);
        }
    }
}
