package dev.quorate.provision.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.plan.StepState;
import dev.quorate.testing.FakeHost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmitUsersTest {

    private final FakeHost host = new FakeHost("etcd1");
    private final RemoveGroup removal = new RemoveGroup(host, "etcdctl", List.of("ops"));

    @Test
    void usersWhoMayReadAKeyArePutIntoItsGroup() throws Exception {
        host.answering("getent group etcdctl", 2, "", "");
        host.answering("id -Gn ops", "ops adm\n");
        host.answering("groupadd --system --password '!quorate' etcdctl", "");
        host.answering("usermod --append --groups etcdctl ops", "");
        AdmitUsers step = new AdmitUsers(host, "etcdctl", List.of("ops"));

        assertThat(step.inspect())
                .isEqualTo(StepState.needed(
                        "not yet in group etcdctl",
                        List.of(
                                "groupadd --system --password '!quorate' etcdctl",
                                "usermod --append --groups etcdctl ops")));
        step.apply();

        assertThat(host.changes())
                .containsExactly(
                        "run groupadd --system --password '!quorate' etcdctl",
                        "run usermod --append --groups etcdctl ops");
    }

    @Test
    void aGroupThatAPlanMadeIsRemoved() throws Exception {
        found("mark !quorate\nmembers ops\nprimary \nfile \n");
        host.answering("groupdel etcdctl", "");

        assertThat(removal.inspect()).isEqualTo(StepState.needed("etcdctl is there", List.of("groupdel etcdctl")));
        removal.apply();

        assertThat(host.changes()).containsExactly("run groupdel etcdctl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mark !;members ops;primary ;file  | etcdctl was there before and stays",
                "mark !quorate;members ops,ann;primary ;file  | etcdctl stays, as ann belongs to it",
                "mark !quorate;members ops;primary bob;file  | etcdctl stays, as bob belongs to it",
                "mark !quorate;members ;primary ;file /etc/other/client.key | etcdctl stays, as /etc/other/client.key belongs to it",
                "'' | no group etcdctl"
            })
    void aGroupOfOthersStays(String found, String why) throws Exception {
        found(found.replace(";", "\n"));

        assertThat(removal.inspect()).isEqualTo(StepState.done(why));
    }

    private void found(String text) {
        host.answering(removal.look().line(), text);
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
