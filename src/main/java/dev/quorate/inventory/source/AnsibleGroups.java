package dev.quorate.inventory.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of an Ansible inventory and what they hand down: a group's variables to its children, theirs to their hosts. */
final class AnsibleGroups {

    static final String ALL = "all";

    /** A group as it is written. */
    private static final class Group {
        private final Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
        private final Set<String> children = new LinkedHashSet<>();
        private final Map<String, String> variables = new LinkedHashMap<>();
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    void declare(String group) {
        group(group);
    }

    /** Takes the hosts that {@code pattern} spells into {@code group}. */
    void host(String group, String pattern, Map<String, String> variables) {
        HostRange.expand(pattern)
                .ifPresentOrElse(
                        names -> names.forEach(name -> group(group)
                                .hosts
                                .computeIfAbsent(name, any -> new LinkedHashMap<>())
                                .putAll(variables)),
                        () -> mistakes.add("the range " + pattern + " was left out: it has too many hosts"));
    }

    void child(String group, String child) {
        group(group).children.add(child);
        group(child);
    }

    void variable(String group, String name, String value) {
        group(group).variables.put(name, value);
    }

    void mistake(String text) {
        mistakes.add(text);
    }

    private Group group(String name) {
        return groups.computeIfAbsent(name, any -> new Group());
    }

    boolean has(String group) {
        return groups.containsKey(group);
    }

    Set<String> names() {
        return groups.keySet();
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** The hosts of {@code name} and the groups below it, each with all its variables. */
    Map<String, Map<String, String>> hostsOf(String name) {
        Set<String> wanted = name.equals(ALL) ? allHosts() : hostsBelow(name, new HashSet<>());
        Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
        wanted.forEach(host -> hosts.put(host, variablesOf(host)));
        return hosts;
    }

    private Set<String> allHosts() {
        Set<String> hosts = new LinkedHashSet<>();
        groups.values().forEach(group -> hosts.addAll(group.hosts.keySet()));
        return hosts;
    }

    private Set<String> hostsBelow(String name, Set<String> seen) {
        Set<String> hosts = new LinkedHashSet<>();
        if (seen.add(name)) {
            hosts.addAll(group(name).hosts.keySet());
            Set.copyOf(group(name).children).forEach(child -> hosts.addAll(hostsBelow(child, seen)));
        }
        return hosts;
    }

    /** Of all groups the host is in, the widest first, then its own. */
    private Map<String, String> variablesOf(String host) {
        Map<String, String> variables = new LinkedHashMap<>(group(ALL).variables);
        List<String> holding = groups.keySet().stream()
                .filter(group -> !group.equals(ALL))
                .filter(group -> hostsBelow(group, new HashSet<>()).contains(host))
                .sorted((left, right) -> Integer.compare(depth(left, new HashSet<>()), depth(right, new HashSet<>())))
                .toList();
        holding.forEach(group -> variables.putAll(group(group).variables));
        groups.values().stream()
                .map(group -> group.hosts.getOrDefault(host, Map.of()))
                .forEach(variables::putAll);
        return variables;
    }

    /** How many groups are above {@code name}. */
    private int depth(String name, Set<String> seen) {
        if (!seen.add(name)) {
            return 0;
        }
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().children.contains(name))
                .mapToInt(entry -> 1 + depth(entry.getKey(), seen))
                .max()
                .orElse(0);
    }
}
