package dev.quorate.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecWriterTest {

    private static final ClusterSpec MINIMAL = ClusterSpec.of(
            "prod",
            List.of(
                    NodeSpec.of("etcd1", "10.0.0.1"),
                    NodeSpec.of("etcd2", "10.0.0.2"),
                    NodeSpec.of("etcd3", "10.0.0.3")));

    @Test
    void showsEverySettingThatIsLeftAtItsDefault() {
        Golden.of(SpecWriterTest.class).check("minimal.yaml", SpecWriter.write(MINIMAL, "The cluster prod."));
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatReadsTheSame(Example example) {
        String text = SpecWriter.write(example.spec(), "Like " + example.word() + ".");

        Golden.of(SpecWriterTest.class).check(example.word() + ".yaml", text);
        assertThat(read(text)).isEqualTo(example.spec());
    }

    @Test
    void wordsThatYamlWouldTakeForSomethingElseStayText() {
        SshSpec ssh = SshSpec.UNSET.withUser("no").withPort(2222);
        NodeSpec odd = new NodeSpec(
                "yes",
                "fd00::1",
                Optional.of("ho st: # \"x\\y\""),
                List.of("a.b"),
                List.of("1.2.3.4"),
                Optional.of("007"),
                ssh);
        ClusterSpec spec = MINIMAL.withMembers(List.of(odd)).withToken("null");

        assertThat(read(SpecWriter.write(spec, "odd"))).isEqualTo(spec);
    }

    private static ClusterSpec read(String text) {
        return ClusterDocument.parse(Path.of("cluster.yaml"), text).spec();
    }
}
