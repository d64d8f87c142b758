package dev.quorate.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ConfigurationSpec.Form;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterDocumentTest {

    private static final String MINIMAL = """
            name: prod
            members:
              - name: etcd1
                address: 10.0.0.1
              - name: etcd2
                address: 10.0.0.2
              - name: etcd3
                address: 10.0.0.3
            """;

    @Test
    void nameAndThreeAddressesAreEnough() {
        ClusterSpec spec = parse(MINIMAL).spec();

        assertThat(spec)
                .isEqualTo(ClusterSpec.of(
                        "prod",
                        List.of(
                                NodeSpec.of("etcd1", "10.0.0.1"),
                                NodeSpec.of("etcd2", "10.0.0.2"),
                                NodeSpec.of("etcd3", "10.0.0.3"))));
    }

    @Test
    void tellsAllFaultsAtOnceWithLineAndColumn() {
        ClusterDocument document = parse("""
                nmae: prod
                token: [a, b]
                members:
                  - name: etcd1
                    adress: 10.0.0.1
                  - name: etcd1
                    address: 10.0.0.2
                  - name: et,cd
                    address: 10.0.0.2
                  - just text
                etcd:
                  version: 3.5
                  mode: 999
                configuration:
                  form: toml
                  ports: {client: 2379, peer: 2379, metrics: 99999}
                  options:
                    hartbeat-interval: 100
                    election-timeout: soon
                    data-dir: /tmp
                service:
                  restart-delay: later
                certificates:
                  mode: combined
                  server: {key: rsa-1024}
                  extra-names: ["", "bad name"]
                firewall:
                  clients: [10.0.0.0/8]
                profile:
                  client: nobody
                ssh: 22
                """);

        Golden.of(ClusterDocumentTest.class)
                .check(
                        "faults.txt",
                        document.faults().stream().map(fault -> fault + "\n").collect(Collectors.joining()));
    }

    @ParameterizedTest
    @CsvSource({
        "'[fd00::1]', the address [fd00::1] stands in brackets",
        "fe80::1%eth0, the address fe80::1%eth0 holds on one link alone",
        "0.0.0.0, 0.0.0.0 is the address of no single host",
        "'::', :: is the address of no single host",
        "224.0.0.1, 224.0.0.1 is the address of no single host",
        "010.0.0.1, '\"010.0.0.1\" is neither an address nor a DNS name'",
        "10.1, '\"10.1\" is neither an address nor a DNS name'",
        "10.0.0.256, '\"10.0.0.256\" is neither an address nor a DNS name'"
    })
    void refusesAddressesThatCanBeNoMembers(String address, String reason) {
        ClusterDocument document = parse("name: prod\nmembers: [{name: etcd1, address: '" + address + "'}]\n");

        assertThat(document.faults()).singleElement().asString().startsWith("2:25: " + reason + "; ");
    }

    @Test
    void knowsAnAddressInOtherWordsAgain() {
        ClusterDocument document = parse("""
                name: prod
                members:
                  - {name: etcd1, address: "fd00::1"}
                  - {name: etcd2, address: "FD00:0:0::1"}
                """);

        assertThat(document.faults())
                .extracting(Object::toString)
                .containsExactly("4:19: member 2 has the address of member 1, FD00:0:0::1; "
                        + "every member needs an address of its own, or its URLs would be the same");
    }

    @Test
    void refusesMoreMembersThanAnyClusterHas() {
        String members = IntStream.range(0, 5000)
                .mapToObj(n -> "  - {name: m%d, address: 10.0.%d.%d}\n".formatted(n, n / 256, n % 256))
                .collect(Collectors.joining());

        assertThat(parse("name: prod\nmembers:\n" + members).faults())
                .extracting(Object::toString)
                .containsExactly("2:1: 5000 members are more than any etcd could have; "
                        + "each write waits for more than half of them: take 3 or 5");
    }

    @Test
    void refusesWhatHasNoEffectOnAnAuthorityThatIsTakenIn() {
        ClusterDocument document = parse("""
                name: prod
                members: [{name: etcd1, address: 10.0.0.1}]
                certificates:
                  authority:
                    import: /etc/ssl/ca.crt
                    subject: /CN=mine
                    node-file: ca.crt
                """);

        assertThat(document.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "6:14: certificates.authority.subject has no effect: the authority is not made but taken in;"
                                + " leave it out, or leave import out");
    }

    @Test
    void refusesToLetAnybodyInToAMetricsPortThatIsNone() {
        ClusterDocument document = parse("""
                name: prod
                members: [{name: etcd1, address: 10.0.0.1}]
                firewall: {kind: ufw, metrics: [10.0.0.0/8, prometheus, 10.0.0.0/33]}
                """);

        assertThat(document.faults())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "3:23: there is no metrics port to be reached; add it to configuration.ports, metrics: 2381 as a rule",
                        "3:45: \"prometheus\" is no address and no network; write an address, a network such as 10.0.0.0/8,"
                                + " or any",
                        "3:57: \"10.0.0.0/33\" is no address and no network; write an address, a network such as "
                                + "10.0.0.0/8, or any");
    }

    @Test
    void refusesToGiveUsersTheMembersOwnKey() {
        ClusterDocument document = parse("""
                name: prod
                members: [{name: etcd1, address: 10.0.0.1}]
                profile: {client: member, users: [ops]}
                """);

        assertThat(document.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "3:27: users would be given the member's own key, with which they could pose as the member;"
                                + " name one of certificates.clients as profile.client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# nothing\n",
                "just words\n",
                "[1, 2]\n",
                "name:\n",
                "\u0000\u0001",
                "a: b: c\n",
                "\t- x"
            })
    void saysWhatAFileOfNothingLacks(String text) {
        ClusterDocument document = parse(text);

        assertThat(document.faults()).isNotEmpty();
        assertThatThrownBy(document::spec).hasMessageContaining("cluster.yaml has");
    }

    @Test
    void readsOneDocumentAndSaysWhereAnotherBegins() {
        ClusterDocument document = parse("name: prod\n---\nname: other\n");

        assertThat(document.faults()).extracting(Fault::position).containsExactly(new Position(2, 1));
        assertThat(document.faults())
                .extracting(Fault::message)
                .containsExactly("no YAML: expected a single document in the stream, but found another document");
    }

    @Test
    void pointsAtTheTabAmongTheIndentation() {
        ClusterDocument document = parse("name: prod\nmembers:\n\t- name: a\n");

        assertThat(document.faults()).extracting(Fault::position).containsExactly(new Position(3, 1));
        assertThat(document.faults()).extracting(Fault::remedy).containsExactly("indent with spaces, never with tabs");
    }

    @Test
    void damagedBytesInCommentsDoNotHideTheCluster() {
        byte[] bytes = ("# it\u00e2\u0080\u0099s damaged\n" + MINIMAL).getBytes(StandardCharsets.ISO_8859_1);

        ClusterDocument document = parse(FileText.of(bytes));

        assertThat(document.faults()).isEmpty();
        assertThat(document.locations().of("members[2].address")).isEqualTo(new Position(9, 5));
    }

    @Test
    void aModeThatIsNoneIsNotHeldAgainstTheRolesToo() {
        ClusterDocument document = parse(MINIMAL + "certificates:\n  mode: combine\n  combined: {key: ec-p384}\n");

        assertThat(document.faults()).extracting(Fault::position).containsExactly(new Position(10, 9));
    }

    @Test
    void mergedKeysCountAndRecursionEnds() {
        ClusterDocument document = parse("""
                name: prod
                members:
                  - &first
                    name: etcd1
                    address: 10.0.0.1
                    zone: a
                  - <<: *first
                    name: etcd2
                    address: 10.0.0.2
                service: &self
                  self: *self
                """);

        assertThat(document.faulty().members().get(1).zone()).contains("a");
        assertThat(document.faults()).extracting(Fault::message).containsExactly("there is no setting service.self");
    }

    @Test
    void formBringsItsUsualFile() {
        ClusterSpec spec =
                parse(MINIMAL + "configuration:\n  form: environment\n").spec();

        assertThat(spec.configuration().form()).isEqualTo(Form.ENVIRONMENT);
        assertThat(spec.configuration().file()).isEqualTo(Path.of("/etc/default/etcd"));
    }

    private static ClusterDocument parse(String text) {
        return ClusterDocument.parse(Path.of("cluster.yaml"), text);
    }
}
