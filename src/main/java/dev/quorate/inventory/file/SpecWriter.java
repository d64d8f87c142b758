package dev.quorate.inventory.file;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.EtcdSpec.Source;
import dev.quorate.inventory.FirewallSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.ProfileSpec;
import dev.quorate.inventory.SshSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a cluster as a file for people: every setting in its place with a word on it, those at their defaults as comments.
 */
public final class SpecWriter {

    private static final String USERS = "who may read the client's key, besides root";

    private SpecWriter() {}

    /** The text of a cluster file that reads as {@code spec}, below {@code heading}, which is one line or more. */
    public static String write(ClusterSpec spec, String heading) {
        StringBuilder text = new StringBuilder();
        heading.lines()
                .forEach(line -> text.append(("# " + line).stripTrailing()).append('\n'));
        text.append("# What is commented out is the default, or an example of what may be set. ");
        text.append("cluster lint checks the whole.\n\n");
        text.append("name: ").append(YamlText.of(spec.name())).append('\n');
        text.append(new Lines("").word("token", spec.token(), "", "tells this cluster from others; no secret"));
        text.append("\nmembers:\n");
        spec.members().forEach(member -> text.append(member(member)));
        section(text, "etcd", "The programs on each host.", etcd(spec.etcd()));
        section(text, "configuration", "How each member is configured.", ConfigurationLines.of(spec.configuration()));
        section(text, "service", "The systemd unit and who it runs as.", ServiceLines.of(spec.service()));
        section(
                text,
                "certificates",
                "Who signs, which certificates there are, and what they are called.",
                CertificatesLines.of(spec.certificates()));
        section(
                text,
                "ssh",
                "How hosts are reached; what is left out comes from ~/.ssh/config.",
                ssh(spec.ssh(), "  "));
        section(text, "firewall", "Who may reach the members, who always may reach each other.", firewall(spec));
        profile(text, spec.profile());
        return text.toString();
    }

    private static void section(StringBuilder text, String key, String comment, Lines lines) {
        text.append("\n# ")
                .append(comment)
                .append('\n')
                .append(key)
                .append(":\n")
                .append(lines);
    }

    /** The lines of a member, its dash indented by two. */
    static String member(NodeSpec member) {
        Lines lines = new Lines("    ")
                .set("name", YamlText.of(member.name()))
                .set("address", YamlText.of(member.address()))
                .set("host", member.host());
        list(lines, "names", member.names());
        list(lines, "public", member.publicNames());
        lines.set("zone", member.zone());
        if (!member.ssh().equals(SshSpec.UNSET)) {
            lines.set("ssh", YamlText.of(sshFields(member.ssh())));
        }
        return "  - " + lines.toString().stripLeading();
    }

    private static void list(Lines lines, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.set(key, YamlText.of(texts));
        }
    }

    private static Lines etcd(EtcdSpec etcd) {
        EtcdSpec base = EtcdSpec.DEFAULT;
        Lines lines = new Lines("  ")
                .word("version", etcd.version(), "", "")
                .word(
                        "source",
                        source(etcd.source()),
                        "release",
                        "release, package, present, or a path on this machine");
        if (etcd.source() instanceof Source.Package named) {
            lines.set("packages", YamlText.of(named.names()));
        }
        return lines.word("directory", etcd.directory(), base.directory(), "where they are on the host")
                .word("owner", etcd.owner(), base.owner(), "")
                .setting("mode", mode(etcd.mode()), mode(base.mode()), "")
                .words("programs", etcd.programs(), base.programs(), "");
    }

    private static String mode(int mode) {
        return "\"0" + Integer.toOctalString(mode) + "\"";
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Release release -> "release";
            case Source.File file -> file.path().toString();
            case Source.Package named -> "package";
            case Source.Present present -> "present";
        };
    }

    private static Lines ssh(SshSpec ssh, String indent) {
        return new Lines(indent)
                .optional("user", ssh.user(), "root", "")
                .optional("port", number(ssh), "22", "")
                .optional("identity", paths(ssh.identities()), "~/.ssh/id_ed25519", "private keys, tried in order")
                .optional("jump", ssh.jump(), "admin@bastion", "host to go through")
                .optional("sudo", ssh.sudo().map(Words::of), "auto", "auto, none, passwordless, password")
                .optional("known-hosts", ssh.knownHosts().map(Path::toString), "~/.ssh/known_hosts", "")
                .setting(
                        "accept-new",
                        ssh.acceptNew().map(String::valueOf).orElse("false"),
                        ssh.acceptNew().isPresent() ? "" : "false",
                        "remember unknown host keys without asking");
    }

    private static Optional<String> number(SshSpec ssh) {
        return ssh.port().isPresent() ? Optional.of(Integer.toString(ssh.port().getAsInt())) : Optional.empty();
    }

    private static List<String> paths(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    private static Map<String, String> sshFields(SshSpec ssh) {
        Map<String, String> fields = new LinkedHashMap<>();
        ssh.user().ifPresent(user -> fields.put("user", YamlText.of(user)));
        number(ssh).ifPresent(port -> fields.put("port", port));
        if (!ssh.identities().isEmpty()) {
            fields.put("identity", YamlText.of(paths(ssh.identities())));
        }
        ssh.jump().ifPresent(jump -> fields.put("jump", YamlText.of(jump)));
        ssh.sudo().ifPresent(sudo -> fields.put("sudo", Words.of(sudo)));
        ssh.knownHosts().ifPresent(file -> fields.put("known-hosts", YamlText.of(file.toString())));
        ssh.acceptNew().ifPresent(accept -> fields.put("accept-new", accept.toString()));
        return fields;
    }

    private static Lines firewall(ClusterSpec spec) {
        FirewallSpec firewall = spec.firewall();
        return new Lines("  ")
                .word("kind", Words.of(firewall.kind()), "none", "none, ufw, firewalld")
                .optional("clients", firewall.clients(), "[10.0.0.0/8]", "who may reach the client port")
                .optional("peers", firewall.peers(), "[]", "who else may reach the peer port")
                .optional("metrics", firewall.metrics(), "[]", "who may reach the metrics port");
    }

    private static void profile(StringBuilder text, Optional<ProfileSpec> profile) {
        Lines lines = new Lines("  ");
        profile.ifPresentOrElse(
                present -> section(
                        text,
                        "profile",
                        "ETCDCTL_* for the login shells of the hosts.",
                        lines.set("file", YamlText.of(present.file().toString()))
                                .set("client", YamlText.of(present.client()))
                                .optional("users", present.users(), "[ops]", USERS)
                                .word("group", present.group(), ProfileSpec.USUAL_GROUP, "which they are put into")),
                () -> text.append("\n# ETCDCTL_* for the login shells of the hosts.\n# profile:\n")
                        .append("#   file: " + ProfileSpec.USUAL_FILE + "\n")
                        .append("#   client: member                            # or one of certificates.clients\n")
                        .append("#   users: [ops]                              # " + USERS + "\n")
                        .append("#   group: " + ProfileSpec.USUAL_GROUP
                                + "                            # which they are put into\n"));
    }
}
