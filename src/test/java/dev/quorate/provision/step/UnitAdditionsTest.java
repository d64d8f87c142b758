package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberSettings.State;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.plan.StepState;
import dev.quorate.provision.NodeLayout;
import dev.quorate.remote.FileAccess;
import dev.quorate.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitAdditionsTest {

    private static final Path UNIT = Path.of("/etc/systemd/system/etcd.service");

    private final FakeHost host = new FakeHost("etcd1");
    private final NodeLayout layout = layout();

    @Test
    void whatOthersAddedToAUnitIsTold() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        host.withFile(UNIT, layout.unit().rendered().content(), FileAccess.PUBLIC)
                .answering(
                        step.shows().line(),
                        shown("no", "enabled")
                                + "DropInPaths=/run/systemd/system/service.d/lxc.conf /etc/systemd/system/etcd.service.d/limits.conf\n");

        assertThat(step.inspect())
                .isEqualTo(StepState.leaving(
                        "enabled",
                        List.of(
                                "/etc/systemd/system/etcd.service.d/limits.conf changes etcd.service, and the cluster file "
                                        + "does not know it: put what it says into the cluster file and delete it, if it is not "
                                        + "to stay")));
    }

    @Test
    void anAdditionThatSystemdHasNotReadIsReadByIt() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        host.withFile(UNIT, layout.unit().rendered().content(), FileAccess.PUBLIC)
                .answering(
                        step.shows().line(),
                        shown("no", "enabled")
                                + "DropInPaths=\nOnDisk=/etc/systemd/system/etcd.service.d/limits.conf\n");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed("systemd has not read it yet", List.of("systemctl enable etcd.service")));
    }

    @Test
    void anAdditionThatIsGoneIsTakenFromSystemdAndTheUnitMarkedAsChanged() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        String limits = "/etc/systemd/system/etcd.service.d/limits.conf";
        host.withFile(UNIT, layout.unit().rendered().content(), FileAccess.PUBLIC)
                .answering(
                        step.shows().line(),
                        shown("yes", "enabled") + "DropInPaths=" + limits + "\nGone=" + limits + "\n")
                .answering("touch " + UNIT, "")
                .answering("systemctl enable etcd.service", "");

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "systemd still has what is gone",
                        List.of("- " + limits, "touch " + UNIT, "systemctl enable etcd.service")));
        step.apply();

        assertThat(host.changes()).containsExactly("run touch " + UNIT, "run systemctl enable etcd.service");
    }

    @Test
    void aUnitThatWasMaskedIsCalledSo() throws Exception {
        WriteUnit step = new WriteUnit(host, layout.unit(), false);
        host.withFile(UNIT, "", FileAccess.PUBLIC);

        assertThat(step.inspect())
                .isInstanceOfSatisfying(
                        StepState.Needed.class,
                        needed ->
                                assertThat(needed.why()).isEqualTo(UNIT + " is empty, as 'systemctl mask' leaves it"));
    }

    private static String shown(String reload, String enabled) {
        return "LoadState=loaded\nUnitFileState=%s\nNeedDaemonReload=%s\nFragmentPath=%s\n"
                .formatted(enabled, reload, UNIT);
    }

    private NodeLayout layout() {
        NodeSpec member = NodeSpec.of("etcd1", "10.0.0.1");
        ClusterSpec spec = ClusterSpec.of("demo", List.of(member, NodeSpec.of("etcd2", "10.0.0.2")));
        return new NodeLayout(spec, member, host, State.NEW, false);
    }
}
