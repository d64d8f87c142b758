package dev.quorate.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.NodeSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterTextTest {

    private static final String TEXT = """
            # ours 💥
            name: prod   # the one
            members:
              # the first
              - name: etcd1
                address: 10.0.0.1   # rack 1
              - name: etcd2
                address: 10.0.0.2
                names: [a.lan,
                        b.lan]
                # about etcd2

            # below the members
            etcd:
              version: 3.5.16   # pinned
            service:
              # all defaults
            """;

    @Test
    void aMemberComesBelowTheLastAndCommentsStay() {
        String changed = new ClusterText(TEXT)
                .withMember(NodeSpec.of("etcd3", "10.0.0.3"))
                .text();

        assertThat(changed)
                .isEqualTo(TEXT.replace(
                        "            b.lan]\n", "            b.lan]\n  - name: etcd3\n    address: 10.0.0.3\n"));
    }

    @Test
    void aMemberGoesWithItsLinesAlone() {
        assertThat(new ClusterText(TEXT).withoutMember("etcd1").text())
                .isEqualTo(TEXT.replace("  - name: etcd1\n    address: 10.0.0.1   # rack 1\n", ""));
        assertThat(new ClusterText(TEXT).withoutMember("etcd2").text())
                .isEqualTo(TEXT.replace(
                        "  - name: etcd2\n    address: 10.0.0.2\n    names: [a.lan,\n            b.lan]\n", ""));
        assertThatThrownBy(() -> new ClusterText(TEXT).withoutMember("etcd9"))
                .hasMessage("the cluster file has no member named \"etcd9\"");
    }

    @Test
    void aValueIsReplacedWhereItStands() {
        assertThat(new ClusterText(TEXT).with("etcd", "version", "3.5.30").text())
                .isEqualTo(TEXT.replace("3.5.16   # pinned", "3.5.30   # pinned"));
    }

    @Test
    void aSettingAtItsDefaultGetsALineOfItsOwn() {
        assertThat(new ClusterText(TEXT).with("etcd", "source", "present").text())
                .isEqualTo(TEXT.replace("  version: 3.5.16", "  source: present\n  version: 3.5.16"));
        assertThat(new ClusterText(TEXT).with("service", "user", "root").text())
                .isEqualTo(TEXT.replace("service:\n", "service:\n  user: root\n"));
        assertThat(new ClusterText(TEXT).with("ssh", "user", "ann b").text())
                .isEqualTo(TEXT + "\nssh:\n  user: \"ann b\"\n");
    }

    @Test
    void membersOnOneLineAreLeftToTheOperator() {
        ClusterText terse = new ClusterText("name: x\nmembers: [{name: a, address: 10.0.0.1}]\n");

        assertThatThrownBy(() -> terse.withMember(NodeSpec.of("b", "10.0.0.2")))
                .hasMessageContaining("not written line by line");
        assertThatThrownBy(() -> terse.withoutMember("a")).hasMessageContaining("not written line by line");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleStaysWhatItIsButForTheMember(Example example) {
        NodeSpec more = NodeSpec.of("more", "10.9.9.9").withNames(List.of("more.lan"));
        ClusterText grown = new ClusterText(example.text()).withMember(more);

        assertThat(ClusterDocument.parse(Path.of("x"), grown.text()).spec().members())
                .contains(more);
        assertThat(grown.withoutMember("more").text()).isEqualTo(example.text());
    }
}
