package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import java.nio.file.Path;

/** The hosts of a cluster as other tools take them. */
final class HostLists {

    private HostLists() {}

    static String ansible(ClusterSpec spec) {
        StringBuilder text = new StringBuilder("all:\n  children:\n    etcd:\n      hosts:\n");
        for (NodeSpec member : spec.members()) {
            SshSpec ssh = spec.sshTo(member);
            text.append("        ").append(quoted(member.name())).append(":\n");
            variable(text, "ansible_host", member.sshHost());
            ssh.user().ifPresent(user -> variable(text, "ansible_user", user));
            ssh.port().ifPresent(port -> text.append("          ansible_port: " + port + "\n"));
            ssh.identities().stream()
                    .findFirst()
                    .ifPresent(file -> variable(text, "ansible_ssh_private_key_file", file.toString()));
            ssh.jump().ifPresent(jump -> variable(text, "ansible_ssh_common_args", "-J " + jump));
            variable(text, "private_ip", member.address());
        }
        return text.toString();
    }

    private static void variable(StringBuilder text, String name, String value) {
        text.append("          ")
                .append(name)
                .append(": ")
                .append(quoted(value))
                .append('\n');
    }

    /** As a JSON string, which YAML reads alike. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String sshConfig(ClusterSpec spec) {
        StringBuilder text = new StringBuilder();
        for (NodeSpec member : spec.members()) {
            SshSpec ssh = spec.sshTo(member);
            text.append(text.isEmpty() ? "" : "\n")
                    .append("Host ")
                    .append(member.name())
                    .append('\n');
            option(text, "HostName", member.sshHost());
            ssh.user().ifPresent(user -> option(text, "User", user));
            ssh.port().ifPresent(port -> option(text, "Port", Integer.toString(port)));
            for (Path identity : ssh.identities()) {
                option(text, "IdentityFile", identity.toString());
            }
            ssh.jump().ifPresent(jump -> option(text, "ProxyJump", jump));
            ssh.knownHosts().ifPresent(file -> option(text, "UserKnownHostsFile", file.toString()));
        }
        return text.toString();
    }

    private static void option(StringBuilder text, String name, String value) {
        String written = value.indexOf(' ') < 0 ? value : "\"" + value + "\"";
        text.append("    ").append(name).append(' ').append(written).append('\n');
    }
}
