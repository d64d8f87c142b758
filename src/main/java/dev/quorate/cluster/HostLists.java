package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.remote.ShellCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
            String options = options(ssh);
            if (!options.isEmpty()) {
                variable(text, "ansible_ssh_common_args", options);
            }
            variable(text, "private_ip", member.address());
        }
        return text.toString();
    }

    /** What Ansible has no variables for; it splits them as a shell does. */
    private static String options(SshSpec ssh) {
        List<Object> words = new ArrayList<>();
        ssh.jump().ifPresent(jump -> words.addAll(List.of("-J", jump)));
        ssh.knownHosts().ifPresent(file -> words.addAll(List.of("-o", "UserKnownHostsFile=" + file)));
        return words.isEmpty()
                ? ""
                : ShellCommand.reads(
                                words.getFirst().toString(),
                                words.subList(1, words.size()).toArray())
                        .line();
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
