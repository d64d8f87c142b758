package dev.quorate.inventory.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.NodeSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @Test
    void hcloudServersHavePrivateAddressesForTrafficAndPublicOnesForSsh() {
        Imported imported = read("""
                [
                  {"id": 1, "name": "node-1", "status": "running", "labels": {"etcd": "true"},
                   "public_net": {"ipv4": {"ip": "203.0.113.1", "blocked": false}, "ipv6": {"ip": "2001:db8:1::/64"}},
                   "private_net": [{"network": 7, "ip": "10.1.1.1", "alias_ips": [], "mac_address": "86:00"}]},
                  {"id": 2, "name": "node-2", "status": "off",
                   "public_net": {"ipv4": null, "ipv6": {"ip": "2001:db8:2::/64"}},
                   "private_net": [{"network": 7, "ip": "10.1.1.2"}, {"network": 8, "ip": "10.2.1.2"}]},
                  {"id": 3, "name": "node-3", "public_net": {"ipv4": {"ip": "203.0.113.3"}}, "private_net": []},
                  {"id": 4, "name": "node-4", "public_net": {}, "private_net": null},
                  {"id": 5}
                ]
                """);

        assertThat(imported.members())
                .extracting(SourcesTest::text)
                .containsExactly(
                        "node-1 10.1.1.1 203.0.113.1",
                        "node-2 10.1.1.2 2001:db8:2::1",
                        "node-3 203.0.113.3 203.0.113.3");
        assertThat(imported.mistakes())
                .containsExactly(
                        "node-2 is off",
                        "node-2 is in several private networks: the address of the first was taken, 10.1.1.2",
                        "node-3 is in no private network: cluster traffic would go over its public address",
                        "node-4 has no address and was left out",
                        "a server without a name was left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": {\"code\": \"unauthorized\"}}", "[{\"name\": ", "[{]"})
    void refusesWhatIsNoListOfServers(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageStartingWith("these are no servers of hcloud: ");
    }

    @Test
    void iniInventoryHandsVariablesDownThroughGroupsAndRanges() {
        Imported imported = read("""
                # comment
                bastion ansible_host=203.0.113.9

                [control]
                k8s[1:3]

                [etcd]
                node-[01:02] ansible_port=2222
                odd ansible_host="10.9.9.9" ansible_user='bob' private_ip=10.1.1.9 # the third
                [etcd:vars]
                ansible_user = ann
                ansible_become_password=geheim
                [cluster:children]
                etcd
                control
                [cluster:vars]
                ansible_ssh_private_key_file=/keys/id
                ansible_ssh_common_args='-o ProxyJump=ann@bastion'
                private_ip={{ hostvars[x].ip }}
                """);

        assertThat(imported.members())
                .extracting(SourcesTest::text)
                .containsExactly("node-01 node-01 node-01", "node-02 node-02 node-02", "odd 10.1.1.9 10.9.9.9");
        assertThat(imported.members().getFirst().ssh().user()).contains("ann");
        assertThat(imported.members().getFirst().ssh().port()).hasValue(2222);
        assertThat(imported.members().getFirst().ssh().jump()).contains("ann@bastion");
        assertThat(imported.members().get(2).ssh().user()).contains("bob");
        assertThat(imported.mistakes())
                .contains("odd: ansible_become_password was left out: the console asks for passwords and keeps none")
                .anyMatch(mistake -> mistake.startsWith("node-01: private_ip is a template"))
                .noneMatch(mistake -> mistake.contains("geheim"));
    }

    @Test
    void yamlInventoryIsReadWithAllItsOddities() {
        Imported imported = read("""
                all:
                  vars:
                    ansible_user: root
                  children:
                    etcd:
                      hosts:
                        etcd-[a:c]:
                        etcd-x:
                          ansible_host: 203.0.113.7
                          ansible_port: 2200
                          ansible_password: !vault |
                            $ANSIBLE_VAULT;1.1;AES256
                            3865
                          private_ip: 10.0.0.7
                      vars: {ansible_user: ann}
                      hots: {}
                    loop:
                      children:
                        loop:
                """);

        assertThat(imported.members())
                .extracting(SourcesTest::text)
                .containsExactly(
                        "etcd-a etcd-a etcd-a",
                        "etcd-b etcd-b etcd-b",
                        "etcd-c etcd-c etcd-c",
                        "etcd-x 10.0.0.7 203.0.113.7");
        assertThat(imported.members()).allMatch(member -> member.ssh().user().equals(Optional.of("ann")));
        assertThat(imported.mistakes())
                .containsExactly(
                        "group etcd: \"hots\" is none of hosts, children, vars",
                        "etcd-x: ansible_password was left out: the console asks for passwords and keeps none");
    }

    @Test
    void groupIsChosenOrRefusedByName() {
        String text = "[a]\none ansible_host=10.0.0.1\n[b]\ntwo ansible_host=10.0.0.2\n";

        assertThat(Sources.read("inventory", text, Optional.empty(), Optional.of("b"))
                        .members())
                .extracting(NodeSpec::name)
                .containsExactly("two");
        assertThat(read(text).members()).extracting(NodeSpec::name).containsExactly("one", "two");
        assertThatThrownBy(() -> Sources.read("inventory", text, Optional.empty(), Optional.of("c")))
                .hasMessage("the inventory has no group \"c\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "n[1:3]; n1,n2,n3",
                "n[08:10]; n08,n09,n10",
                "n[1:9:4]; n1,n5,n9",
                "n[a:c]; na,nb,nc",
                "n[1:2]-[x:y]; n1-x,n1-y,n2-x,n2-y",
                "n[3:1]; ''",
                "n[1]; n[1]",
                "plain; plain",
            })
    void rangesSpellHosts(String text, String names) {
        assertThat(HostRange.expand(text)).contains(names.isEmpty() ? List.of() : List.of(names.split(",")));
    }

    @Test
    void aRangeOfAMillionIsNotMeant() {
        assertThat(HostRange.expand("n[1:999999]")).isEmpty();
        assertThat(read("[etcd]\nn[1:999999]\nm ansible_host=10.0.0.1\n").mistakes())
                .containsExactly("the range n[1:999999] was left out: it has too many hosts");
    }

    @Test
    void tableMayBeDrawnAndHaveHeadings() {
        Imported imported = read("""
                |Name    |Private Ip|  Public Ip  |
                |-----   |--------- |------------ |
                |member-1|10.0.1.10 |54.93.140.146|
                +--------+----------+
                member-2, 10.0.1.11   # the second
                - etcd3.vagrant
                member-4 10.0.1.13 host extra
                member-5 not!an!address
                v6 fd00::1 jump
                a b [c]
                """);

        assertThat(imported.members())
                .extracting(SourcesTest::text)
                .containsExactly("member-1 10.0.1.10 54.93.140.146", "member-2 10.0.1.11 10.0.1.11", "v6 fd00::1 jump");
        assertThat(imported.mistakes())
                .containsExactly(
                        "line 6 is no \"NAME ADDRESS [HOST]\": - etcd3.vagrant",
                        "line 7 is no \"NAME ADDRESS [HOST]\": member-4 10.0.1.13 host extra",
                        "line 8 is no \"NAME ADDRESS [HOST]\": member-5 not!an!address",
                        "line 10 is no \"NAME ADDRESS [HOST]\": a b [c]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\u0000\u0001\u0002", "}{", "<html>", "💥"})
    void neverChokesOnGarbage(String text) {
        assertThat(read(text).members()).isEmpty();
    }

    private static Imported read(String text) {
        return Sources.read("inventory", text, Optional.empty(), Optional.empty());
    }

    private static String text(NodeSpec member) {
        return member.name() + " " + member.address() + " " + member.sshHost();
    }
}
