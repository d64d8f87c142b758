package dev.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.testing.etcd.EtcdBinaries;
import dev.quorate.testing.hosts.PackageArchive;
import dev.quorate.testing.hosts.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The five tutorials, from bare hosts to a verified cluster by the built program, and down again. The hosts are Debian's, so
 * versions of etcd they lack are replaced by 3.4.23 or 3.5.16. What was set up is looked at on the hosts with openssl,
 * systemctl, ss, curl and etcdctl by {@code scripts/tutorials/NNN/verify.sh}, and on this machine by {@code operator.sh}
 * beside it; once again after a host has lost its power.
 */
class TutorialsE2E {

    private static final Path TUTORIALS = Path.of("scripts", "tutorials").toAbsolutePath();
    private static final Pattern MEMBER_NAME = Pattern.compile("(?m)^ +- name: (\\S+)$");
    private static final Map<String, String> VERSIONS =
            Map.of("3.5.13", "3.5.16", "3.4.3", "3.4.23", "3.1.20", "3.4.23");

    /** Configured by an environment file and flags; a member that joins must be told in each form, as is shown of 001 too. */
    private static final Set<String> NOT_YAML = Set.of("000", "004");

    @TempDir
    private static Path home;

    private static TestHosts hosts;
    private static BuiltProgram quorate;

    @BeforeAll
    static void boot() {
        hosts = TestHosts.fresh(6);
        quorate = new BuiltProgram(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void aTutorialIsDoneVerifiedDoneAgainAndUndone(String tutorial) throws Exception {
        String text = Files.readString(TUTORIALS.resolve(tutorial).resolve("cluster.yaml"));
        Map<String, String> places = places(text);
        makeBare(places.size());
        Path file = Files.writeString(home.resolve(tutorial + ".yaml"), adapted(text, places));
        knowNames(text, places);
        prepare(tutorial);

        BuiltProgram.Result done = quorate.run(
                "run", TUTORIALS.resolve(tutorial).resolve("tutorial.quorate").toString(), "--set", "file=" + file);
        assertThat(done.status()).as(done.error()).isZero();
        verify(tutorial, List.copyOf(places.values()));
        verifyHere(tutorial, file, List.copyOf(places.values()));
        hosts.powerOff("etcd1");
        hosts.powerOn("etcd1");
        awaitStarted();
        knowNames(text, places);
        verify(tutorial, List.copyOf(places.values()));

        BuiltProgram.Result again = quorate.run("cluster", "up", "--file", file.toString(), "--yes");
        assertThat(again.error()).contains("cluster up: all is as it should be, nothing was changed");

        if (tutorial.equals("003")) {
            oneLeaves(file);
        }
        if (NOT_YAML.contains(tutorial)) {
            takeOffAndBringBack(file, List.copyOf(places.keySet()));
        }

        BuiltProgram.Result down = quorate.run("cluster", "down", "--file", file.toString(), "--yes");
        assertThat(down.status()).as(down.error()).isZero();
        assertThat(hosts.run(
                        "etcd1",
                        "sh",
                        "-c",
                        "pgrep -x etcd; ls -d /etc/etcd/pki 2>/dev/null; getent group etcdctl; true"))
                .isBlank();
    }

    /** A member leaves, its host is provisioned again, and it joins the others in whatever form it is configured. */
    private static void takeOffAndBringBack(Path file, List<String> members) throws Exception {
        BuiltProgram.Result off =
                quorate.run("cluster", "down", "--file", file.toString(), "--member", members.getLast(), "--yes");
        assertThat(off.status()).as(off.error()).isZero();
        String host = "etcd" + members.size();
        assertThat(hosts.run(host, "sh", "-c", "pgrep -x etcd; find / -xdev -path '*.parked-*/member/wal'"))
                .contains("/member/wal");

        BuiltProgram.Result back = quorate.run("cluster", "up", "--file", file.toString(), "--yes");

        assertThat(back.error())
                .contains("add member on " + members.getLast(), "promote member on " + members.getLast())
                .doesNotContain("restart member");
        assertThat(back.output())
                .as(back.error())
                .contains("quorum: %1$d of %1$d voting members healthy".formatted(members.size()));
        BuiltProgram.Result again = quorate.run("cluster", "up", "--file", file.toString(), "--yes");
        assertThat(again.error()).contains("cluster up: all is as it should be, nothing was changed");
    }

    /** Without what stays on purpose after a cluster was taken down, and what a tutorial that failed left. */
    private static void makeBare(int count) {
        for (int index = 1; index <= count; index++) {
            hosts.run(
                    "etcd" + index,
                    "sh",
                    "-c",
                    "exec >/dev/null 2>&1; systemctl stop etcd etcd3; dpkg --purge etcd-server etcd-client; userdel etcd;"
                            + "rm -rf /var/lib/etcd* /etc/etcd* /etc/default/etcd* /etc/systemd/system/etcd*"
                            + " /lib/systemd/system/etcd.service; systemctl daemon-reload");
        }
    }

    /** Where each address of the tutorial is among the test hosts. */
    private static Map<String, String> places(String text) {
        Map<String, String> places = new TreeMap<>();
        List<String> members = MEMBER_NAME
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
        for (int index = 0; index < members.size(); index++) {
            places.put(members.get(index), hosts.address("etcd" + (index + 1)));
        }
        return places;
    }

    /** The tutorial's cluster file with addresses of the test hosts. */
    private static String adapted(String text, Map<String, String> places) {
        String adapted = text.replace("users: [vagrant]", "users: [ops]");
        for (Map.Entry<String, String> place : places.entrySet()) {
            adapted = adaptedFor(adapted, place.getKey(), place.getValue());
        }
        for (Map.Entry<String, String> version : VERSIONS.entrySet()) {
            adapted = adapted.replaceAll(
                    "version: " + Pattern.quote(version.getKey()) + "\\b", "version: " + version.getValue());
        }
        return adapted;
    }

    private static String adaptedFor(String text, String member, String address) {
        int start = text.indexOf("- name: " + member + "\n");
        int next = text.indexOf("\n  - name: ", start + 1);
        int end = next < 0 ? text.indexOf("\n\n", start) : next;
        String block = text.substring(start, end)
                .replaceAll("address: [0-9.]+", "address: " + address)
                .replaceAll("host: [0-9.]+", "host: " + address)
                .replaceAll("public: \\[[0-9.]+]", "public: [" + address + "]");
        return text.substring(0, start) + block + text.substring(end);
    }

    /** Every host, and the operator, knows the names of the tutorial. */
    private static void knowNames(String text, Map<String, String> places) throws IOException {
        StringBuilder ssh = new StringBuilder();
        StringBuilder addresses = new StringBuilder("127.0.0.1 localhost\n");
        for (Map.Entry<String, String> place : places.entrySet()) {
            String member = place.getKey();
            addresses
                    .append(place.getValue())
                    .append(' ')
                    .append(String.join(" ", namesOf(text, member)))
                    .append('\n');
            ssh.append("Host %s%n    HostName %s%n".formatted(member, place.getValue()));
        }
        ssh.append("Host *%n    User root%n    IdentityFile %s%n    UserKnownHostsFile %s%n"
                .formatted(hosts.key(), hosts.knownHosts()));
        quorate.sshConfig(ssh.toString());
        quorate.hosts(addresses.toString());
        for (int index = 1; index <= places.size(); index++) {
            Files.writeString(hosts.disk("etcd" + index).resolve("etc/hosts"), addresses.toString());
        }
    }

    private static List<String> namesOf(String text, String member) {
        List<String> names = new ArrayList<>(List.of(member));
        Pattern own = Pattern.compile("- name: " + Pattern.quote(member) + "\n(?:    .*\n)*?    names: \\[([^]]*)]");
        own.matcher(text)
                .results()
                .findFirst()
                .ifPresent(result -> names.addAll(List.of(result.group(1).split(",\\s*"))));
        return names;
    }

    /** Tutorial 000 finds etcd installed on its first host, where the package has started a member of its own. */
    private static void prepare(String tutorial) throws IOException {
        if (!tutorial.equals("000")) {
            return;
        }
        Path binaries = EtcdBinaries.etcd(EtcdBinaries.V3_5_OLD).getParent();
        for (String host : List.of("etcd1", "etcd2", "etcd3", "etcd4")) {
            PackageArchive.on(hosts, host, binaries, "3.5.16");
        }
        hosts.run(
                "etcd1", "sh", "-c", "apt-get -qq update && apt-get -qq -y install etcd-server etcd-client >/dev/null");
        assertThat(hosts.run("etcd1", "systemctl", "is-active", "etcd")).contains("active");
    }

    private static void verify(String tutorial, List<String> addresses) throws IOException {
        String script = Files.readString(TUTORIALS.resolve("verify-lib.sh"))
                + Files.readString(TUTORIALS.resolve(tutorial).resolve("verify.sh"))
                + "finish\n";
        for (int number = 1; number <= addresses.size(); number++) {
            List<String> words = new ArrayList<>(List.of("bash", "-c", script, "verify", Integer.toString(number)));
            words.addAll(addresses);
            String said = hosts.run("etcd" + number, words.toArray(String[]::new));
            assertThat(said.strip())
                    .as("tutorial " + tutorial + " on etcd" + number)
                    .isEqualTo("verified");
        }
    }

    /** As the tutorial's last recipe intends, but the member is removed first and its data moved aside. */
    private static void oneLeaves(Path file) throws Exception {
        BuiltProgram.Result left =
                quorate.run("cluster", "down", "--file", file.toString(), "--member", "k8s0etcd6", "--yes");
        assertThat(left.status()).as(left.error()).isZero();

        assertThat(quorate.run("member", "list").output().lines()).hasSize(5).noneMatch(line -> line.contains("etcd6"));
        assertThat(hosts.run(
                        "etcd6",
                        "sh",
                        "-c",
                        "pgrep -x etcd; getent passwd etcd; ls -d /etc/etcd /usr/local/bin/etcd* /lib/systemd/system/etcd.service"
                                + " /var/lib/etcd 2>/dev/null; ls -d /var/lib/etcd.parked-*/member | wc -l"))
                .isEqualTo("1\n");
    }

    /** What the operator's machine has of it, and what the console says of it. A host that no member is on is its {@code SPARE}. */
    private static void verifyHere(String tutorial, Path file, List<String> addresses) throws Exception {
        String script = Files.readString(TUTORIALS.resolve("verify-lib.sh"))
                + Files.readString(TUTORIALS.resolve(tutorial).resolve("operator.sh"))
                + "finish\n";
        Path own = home.resolve("quorate");
        Path programs = EtcdBinaries.etcd(EtcdBinaries.V3_5).getParent();
        Map<String, String> variables = Map.of(
                "FILE", file.toString(),
                "PKI", own.resolve("clusters/etcd-" + tutorial + "/pki").toString(),
                "AUDIT", own.resolve("audit.jsonl").toString(),
                "NAMES", home.resolve("hosts").toString(),
                "SPARE", hosts.address("etcd4"),
                "PATH", programs + ":" + System.getenv("PATH"));

        BuiltProgram.Result result = quorate.script(script, variables, addresses);

        assertThat(result.output().strip())
                .as("tutorial " + tutorial + ": " + result.error())
                .isEqualTo("verified");
    }

    /** A member comes back by itself after its host lost its power. */
    private static void awaitStarted() {
        hosts.run(
                "etcd1",
                "bash",
                "-c",
                "for i in {1..100}; do systemctl -q is-active etcd || systemctl -q is-active etcd3 && exit; sleep 0.2; done; exit 1");
    }
}
