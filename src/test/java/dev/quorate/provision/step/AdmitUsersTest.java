package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.plan.StepState;
import dev.quorate.testing.FakeHost;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmitUsersTest {

    private final FakeHost host = new FakeHost("etcd1");

    @Test
    void usersWhoMayReadAKeyArePutIntoItsGroup() throws Exception {
        host.answering("getent group etcdctl", 2, "", "");
        host.answering("id -Gn ops", "ops adm\n");
        host.answering("groupadd --system etcdctl", "");
        host.answering("usermod --append --groups etcdctl ops", "");
        AdmitUsers step = new AdmitUsers(host, "etcdctl", List.of("ops"));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "not yet in group etcdctl",
                        List.of("groupadd --system etcdctl", "usermod --append --groups etcdctl ops")));
        step.apply();

        assertThat(host.changes())
                .containsExactly("run groupadd --system etcdctl", "run usermod --append --groups etcdctl ops");
    }

    @Test
    void usersOfTheGroupStayAndStrangersAreTold() throws Exception {
        host.answering("getent group etcdctl", "etcdctl:x:999:ops\n");
        host.answering("id -Gn ops", "ops etcdctl\n");
        host.answering("id -Gn nobody1", 1, "", "id: 'nobody1': no such user\n");

        assertThat(new AdmitUsers(host, "etcdctl", List.of("ops")).inspect()).isEqualTo(StepState.done());
        assertThat(new AdmitUsers(host, "etcdctl", List.of("ops", "nobody1")).inspect())
                .isEqualTo(StepState.blocked(
                        "there is no user nobody1", "make the user there, or leave it out of profile.users"));
    }
}
