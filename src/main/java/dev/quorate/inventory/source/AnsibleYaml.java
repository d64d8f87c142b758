package dev.quorate.inventory.source;

import dev.quorate.inventory.file.PlainYaml;
import java.util.LinkedHashMap;
import java.util.Map;

/** An inventory of nested groups with {@code hosts}, {@code children} and {@code vars}. */
final class AnsibleYaml {

    private final AnsibleGroups groups = new AnsibleGroups();

    private AnsibleYaml() {}

    static AnsibleGroups parse(String source, String text) {
        AnsibleYaml yaml = new AnsibleYaml();
        PlainYaml.mapping(source, text).forEach(yaml::group);
        return yaml.groups;
    }

    private void group(String name, Object content) {
        groups.declare(name);
        if (!(content instanceof Map<?, ?> group)) {
            return;
        }
        group.forEach((key, value) -> {
            switch (key.toString()) {
                case "hosts" -> hosts(name, value);
                case "vars" -> texts(value).forEach((variable, text) -> groups.variable(name, variable, text));
                case "children" -> children(name, value);
                default -> groups.mistake("group " + name + ": \"" + key + "\" is none of hosts, children, vars");
            }
        });
    }

    private void hosts(String group, Object value) {
        if (value instanceof Map<?, ?> hosts) {
            hosts.forEach((host, variables) -> groups.host(group, host.toString(), texts(variables)));
        } else if (!value.equals("")) {
            groups.mistake("group " + group + ": hosts is no mapping; end each host with a colon");
        }
    }

    private void children(String group, Object value) {
        if (value instanceof Map<?, ?> children) {
            children.forEach((child, content) -> {
                groups.child(group, child.toString());
                group(child.toString(), content);
            });
        }
    }

    private static Map<String, String> texts(Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((key, field) -> {
                if (field instanceof String text) {
                    texts.put(key.toString(), text);
                }
            });
        }
        return texts;
    }
}
