package dev.quorate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.EtcdVersion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreToolTest {

    @ParameterizedTest
    @CsvSource({
        "3.5.30 3.4.23 3.6.1, 3.5.0, 3.5.30",
        "3.5.30 3.4.23 3.6.1, 3.4.0, 3.4.23",
        "3.6.1 3.5.30, 3.4.0, 3.5.30",
        "3.4.23 3.5.30, 3.6.0, 3.5.30",
        "3.5.16 3.5.30, 3.5.0, 3.5.16",
    })
    void belongsToTheVersionOfTheClusterOrTheNearestAbove(String there, String cluster, String chosen) {
        List<RestoreTool> tools =
                Arrays.stream(there.split(" ")).map(RestoreToolTest::tool).toList();

        Optional<RestoreTool> best = RestoreTool.best(tools, EtcdVersion.parse(cluster));

        assertThat(best.map(RestoreTool::version).map(Object::toString)).contains(chosen);
    }

    @Test
    void isTheFirstThereIsWhereTheVersionIsNotKnown() {
        Optional<RestoreTool> best = RestoreTool.best(List.of(tool("3.4.23"), tool("3.5.30")), Optional.empty());

        assertThat(best).contains(tool("3.4.23"));
    }

    private static RestoreTool tool(String version) {
        return new RestoreTool(
                Path.of("/bin/etcdutl"), EtcdVersion.parse(version).orElseThrow());
    }
}
