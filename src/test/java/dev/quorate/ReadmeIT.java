package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.etcd.EtcdCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows works: its blocks marked {@code quorate} are scripts. */
class ReadmeIT {

    private static final Pattern SCRIPT =
            Pattern.compile("^```quorate\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path home;

    static Stream<String> scripts() throws IOException {
        return SCRIPT.matcher(Files.readString(Path.of("README.md"))).results().map(block -> block.group(1));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void runsFromItsFirstToItsLastLine(String script) throws Exception {
        try (EtcdCluster cluster = EtcdCluster.of(EtcdBinaries.V3_5).members(3).start()) {
            Path file = Files.writeString(home.resolve("example"), script);
            Program program = new Program(home).with("ETCDCTL_ENDPOINTS", endpoints(cluster));

            Program.Result result = program.run("run", file.toString());

            assertThat(result.error()).noneMatch(line -> line.startsWith("Error"));
            assertThat(result.status()).isZero();
        }
    }

    private static String endpoints(EtcdCluster cluster) {
        return cluster.endpoints().stream().map(Endpoint::text).collect(Collectors.joining(","));
    }
}
