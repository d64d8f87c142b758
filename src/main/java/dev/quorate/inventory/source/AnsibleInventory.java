package dev.quorate.inventory.source;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts of an Ansible inventory, in YAML or INI: {@code ansible_host} and its like for SSH, {@code private_ip} for cluster traffic. */
public final class AnsibleInventory {

    private static final List<String> USUAL_GROUPS = List.of("etcd", "etcd_cluster", "etcd_nodes");
    private static final List<String> ADDRESSES = List.of(
            "etcd_address", "etcd_access_address", "private_ip", "internal_ip", "access_ip", "ip", "ansible_host");
    private static final List<String> SECRETS =
            List.of("ansible_password", "ansible_ssh_pass", "ansible_become_password", "ansible_become_pass");
    private static final Pattern JUMP = Pattern.compile("(?:-J\\s*|ProxyJump[= ])([^\\s'\"]+)");

    private final List<String> mistakes = new ArrayList<>();

    private AnsibleInventory() {}

    /**
     * Whether {@code text} is one rather than a plain table.
     */
    static boolean looksLike(String text) {
        return AnsibleIni.looksLike(text) || text.lines().anyMatch(line -> line.matches("\\s*(hosts|children):\\s*"));
    }

    /**
     * The hosts of {@code group}; of a group for etcd, else of all, where none is named.
     *
     * @param source what it is called in messages
     * @throws OperatorException if there is no such group or the text cannot be read
     */
    public static Imported parse(String source, String text, Optional<String> group) {
        AnsibleGroups groups = AnsibleIni.looksLike(text) ? AnsibleIni.parse(text) : AnsibleYaml.parse(source, text);
        String wanted = group.orElseGet(
                () -> USUAL_GROUPS.stream().filter(groups::has).findFirst().orElse(AnsibleGroups.ALL));
        if (!wanted.equals(AnsibleGroups.ALL) && !groups.has(wanted)) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the inventory has no group \"" + wanted + "\"",
                    "there are: " + String.join(", ", groups.names()));
        }
        AnsibleInventory inventory = new AnsibleInventory();
        inventory.mistakes.addAll(groups.mistakes());
        List<NodeSpec> members = new ArrayList<>();
        groups.hostsOf(wanted).forEach((host, variables) -> members.add(inventory.member(host, variables)));
        return new Imported(members, inventory.mistakes);
    }

    private NodeSpec member(String host, Map<String, String> variables) {
        SECRETS.stream()
                .filter(variables::containsKey)
                .forEach(secret -> mistakes.add(
                        host + ": " + secret + " was left out: the console asks for passwords and keeps none"));
        String way = usable(host, variables, List.of("ansible_host", "ansible_ssh_host"))
                .orElse(host);
        String address = usable(host, variables, ADDRESSES).orElse(way);
        String name = usable(host, variables, List.of("etcd_member_name")).orElse(host);
        return NodeSpec.of(name, address)
                .withHost(Optional.of(way).filter(text -> !text.equals(address)))
                .withSsh(ssh(host, variables));
    }

    private SshSpec ssh(String host, Map<String, String> variables) {
        OptionalInt port = usable(host, variables, List.of("ansible_port", "ansible_ssh_port"))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
        List<Path> identities = usable(host, variables, List.of("ansible_ssh_private_key_file")).stream()
                .map(Path::of)
                .toList();
        Matcher jump = JUMP.matcher(variables.getOrDefault("ansible_ssh_common_args", ""));
        return new SshSpec(
                usable(host, variables, List.of("ansible_user", "ansible_ssh_user")),
                port,
                identities,
                jump.find() ? Optional.of(jump.group(1)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The first of {@code names} that has a value; templates are none, as what they need is not here. */
    private Optional<String> usable(String host, Map<String, String> variables, List<String> names) {
        for (String name : names) {
            String value = variables.getOrDefault(name, "");
            if (value.contains("{{")) {
                String mistake = host + ": " + name + " is a template, " + value + ", and was left out";
                if (!mistakes.contains(mistake)) {
                    mistakes.add(mistake);
                }
            } else if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
