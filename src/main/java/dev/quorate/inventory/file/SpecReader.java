package dev.quorate.inventory.file;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ProfileSpec;
import dev.quorate.inventory.SshSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the values of a cluster of the sections of its file. */
final class SpecReader {

    private static final String RELEASE = "release";
    private static final String PACKAGE = "package";
    private static final String PRESENT = "present";

    /** Far more than anybody wants; a file with many more is none of a cluster, and long in the reading. */
    private static final int MOST_MEMBERS = 100;

    private static final List<String> USUAL_PACKAGES = List.of("etcd-server", "etcd-client");

    private SpecReader() {}

    static ClusterSpec read(Section file) {
        String name = file.required("name", "name the cluster: \"name: prod\"");
        ClusterSpec spec = new ClusterSpec(
                name,
                file.value("token", SpecReader::notBlank, "write a word of this cluster's own, or leave it out", name),
                members(file),
                etcd(file.section("etcd")),
                ConfigurationReader.read(file.section("configuration")),
                ServiceReader.read(file.section("service")),
                CertificatesReader.read(file.section("certificates")),
                ssh(file.section("ssh")),
                firewall(file.section("firewall")),
                profile(file));
        file.close();
        return spec;
    }

    private static Optional<String> notBlank(String word) {
        return Optional.of(word).filter(text -> !text.isBlank());
    }

    private static List<NodeSpec> members(Section file) {
        List<Section> sections = file.sections("members");
        if (sections.size() > MOST_MEMBERS) {
            file.fault(
                    "members",
                    "%d members are more than any etcd could have".formatted(sections.size()),
                    "each write waits for more than half of them: take 3 or 5");
        }
        List<NodeSpec> members =
                sections.stream().limit(MOST_MEMBERS).map(SpecReader::member).toList();
        if (members.isEmpty() && !file.has("members")) {
            file.fault(
                    "members", "members is missing", "list them: \"- name: etcd1\" and \"address: 10.0.0.1\" below it");
        } else if (members.isEmpty()) {
            file.fault(
                    "members", "members has none", "list them: \"- name: etcd1\" and \"address: 10.0.0.1\" below it");
        }
        return members;
    }

    private static NodeSpec member(Section section) {
        NodeSpec member = new NodeSpec(
                section.required("name", "name the member: \"name: etcd1\""),
                section.required("address", "say where the others reach it: \"address: 10.0.0.1\""),
                section.text("host"),
                section.texts("names", List.of()),
                section.texts("public", List.of()),
                section.text("zone"),
                ssh(section.section("ssh")));
        section.close();
        return member;
    }

    private static EtcdSpec etcd(Section section) {
        EtcdSpec base = EtcdSpec.DEFAULT;
        EtcdSpec etcd = new EtcdSpec(
                section.value("version", EtcdVersion::parse, "write all three numbers, such as 3.5.30", base.version()),
                source(section),
                section.value("directory", Words::absolutePath, Words.ABSOLUTE_PATH, base.directory()),
                section.value("owner", Words::owner, "write user:group, such as root:root", base.owner()),
                section.value("mode", Words::mode, "write an octal mode such as 0755", base.mode()),
                section.texts("programs", base.programs()));
        section.close();
        return etcd;
    }

    private static Source source(Section section) {
        Optional<List<String>> packages = section.texts("packages");
        String word = section.text("source", packages.isPresent() ? PACKAGE : RELEASE);
        if (packages.isPresent() && !word.equals(PACKAGE)) {
            section.fault("packages", "packages are named, but the source is " + word, "write \"source: package\"");
        }
        return switch (word) {
            case RELEASE -> new Source.Release();
            case PRESENT -> new Source.Present();
            case PACKAGE -> new Source.Package(packages.orElse(USUAL_PACKAGES));
            default -> file(section, word);
        };
    }

    private static Source file(Section section, String word) {
        Optional<Path> path = Words.path(word).filter(file -> word.contains("/"));
        if (path.isEmpty()) {
            section.fault(
                    "source",
                    "\"" + word + "\" is no value for " + section.path("source"),
                    "write release, package, present, or the path of an archive or directory on this machine, with {arch} where hosts differ");
        }
        return path.<Source>map(Source.File::new).orElseGet(Source.Release::new);
    }

    static SshSpec ssh(Section section) {
        SshSpec ssh = new SshSpec(
                section.text("user"),
                Optionals.number(section.value("port", Words::port, Words.PORT)),
                section.texts("identity", List.of()).stream()
                        .map(Words::path)
                        .flatMap(Optional::stream)
                        .toList(),
                section.text("jump"),
                section.value("sudo", Words.choice(SshSpec.Sudo.class), Words.choices(SshSpec.Sudo.class)),
                section.value("known-hosts", Words::path, "write the path of a file"),
                section.value("accept-new", Words::truth, Words.TRUTH));
        section.close();
        return ssh;
    }

    private static FirewallSpec firewall(Section section) {
        FirewallSpec firewall = new FirewallSpec(
                section.value(
                        "kind",
                        Words.choice(FirewallSpec.Kind.class),
                        Words.choices(FirewallSpec.Kind.class),
                        FirewallSpec.Kind.NONE),
                section.texts("clients", List.of()),
                section.texts("peers", List.of()),
                section.texts("metrics", List.of()));
        section.close();
        return firewall;
    }

    private static Optional<ProfileSpec> profile(Section file) {
        Section section = file.section("profile");
        ProfileSpec profile = new ProfileSpec(
                section.value("file", Words::absolutePath, Words.ABSOLUTE_PATH, ProfileSpec.USUAL_FILE),
                section.text("client", ProfileSpec.MEMBER),
                section.texts("users", List.of()),
                section.text("group", ProfileSpec.USUAL_GROUP));
        section.close();
        return file.has("profile") ? Optional.of(profile) : Optional.empty();
    }
}
