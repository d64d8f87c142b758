package dev.quorate.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.file.Example;
import dev.quorate.nodeconfig.RenderedFile;
import dev.quorate.provision.HostNeeds.Neighbour;
import dev.quorate.testing.FakeHost;
import dev.quorate.testing.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeLayoutTest {

    /** Everything a plan writes on the first host, in the five well-known ways. */
    @ParameterizedTest
    @EnumSource(Example.class)
    void whatAHostGetsIsAsTheClusterFileHasIt(Example example) {
        NodeLayout layout = layout(example.spec());
        StringBuilder text = new StringBuilder();
        layout.directories().forEach(each -> text.append(each).append('\n'));
        layout.programs()
                .forEach(each -> text.append(each)
                        .append(" (")
                        .append(layout.programAccess())
                        .append(")\n"));
        layout.certificates(Path.of("/store"), Path.of("/store/ca.crt"))
                .forEach(each -> text.append("%s -> %s (%s)%n".formatted(each.source(), each.target(), each.access())));
        layout.configurationFile().ifPresent(file -> append(text, file));
        append(text, layout.unit().rendered());
        layout.profileFile().ifPresent(file -> append(text, file));

        Golden.of(NodeLayoutTest.class).check("layout-" + example.word() + ".txt", text.toString());
    }

    private static void append(StringBuilder text, RenderedFile file) {
        text.append("--- %s (%s)%n%s".formatted(file.path(), file.access(), file.content()));
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void aMemberThatJoinsIsToldTheMembershipOfTheClusterInEveryForm(Example example) {
        NodeLayout layout =
                layout(example.spec()).joining("old=https://10.9.9.9:2380,own=https://10.9.9.8:2380", false);

        String said = layout.configurationFile().map(RenderedFile::content).orElse("")
                + layout.unit().rendered().content();
        assertThat(said)
                .containsOnlyOnce("old=https://10.9.9.9:2380,own=https://10.9.9.8:2380")
                .containsPattern("(?i)initial.cluster.state[:=] ?existing")
                .doesNotContainPattern("(?i)initial.cluster.state[:=] ?new");
    }

    @Test
    void everyOtherMemberMustBeReachedAndEveryNameThatIsUsedMustResolve() {
        HostNeeds needs = layout(Example.EXAMPLE_002.spec()).needs();

        assertThat(needs.neighbours().stream().map(Neighbour::names).flatMap(java.util.List::stream))
                .containsExactly("etcd1.vagrant", "etcd2.vagrant", "etcd3.vagrant");
        assertThat(needs.neighbours().stream()
                        .map(each -> each.member() + each.ports())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("etcd1[] etcd2[2379, 2380] etcd3[2379, 2380]");
    }

    private static NodeLayout layout(ClusterSpec spec) {
        NodeSpec member = spec.members().getFirst();
        return new NodeLayout(spec, member, new FakeHost(member.name()), State.NEW, false);
    }
}
