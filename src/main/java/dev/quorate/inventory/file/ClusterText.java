package dev.quorate.inventory.file;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a cluster file, changed where a change is needed and nowhere else: comments, order and spelling of the rest
 * stay as they were written.
 */
public record ClusterText(String text) {

    /** This text with one more member, below the last. */
    public ClusterText withMember(NodeSpec member) {
        SequenceNode members = members();
        List<String> lines = lines();
        if (members.getValue().isEmpty() || members.getFlowStyle() == FlowStyle.FLOW) {
            throw tooTerse();
        }
        Node last = members.getValue().getLast();
        String indent = " ".repeat(Math.max(0, members.getStartMark().getColumn()));
        List<String> added = SpecWriter.member(member)
                .lines()
                .map(line -> indent + line.substring(2))
                .toList();
        lines.addAll(lastLine(last) + 1, added);
        return joined(lines);
    }

    /**
     * This text without the member called {@code name}, and without the comments between its lines.
     *
     * @throws OperatorException if it has no such member
     */
    public ClusterText withoutMember(String name) {
        SequenceNode members = members();
        if (members.getFlowStyle() == FlowStyle.FLOW) {
            throw tooTerse();
        }
        for (Node member : members.getValue()) {
            if (value(member, "name")
                    .filter(found -> text(found).equals(Optional.of(name)))
                    .isPresent()) {
                List<String> lines = lines();
                lines.subList(member.getStartMark().getLine(), lastLine(member) + 1)
                        .clear();
                return joined(lines);
            }
        }
        throw OperatorException.of(ExitCode.INVALID_INPUT, "the cluster file has no member named \"" + name + "\"");
    }

    /**
     * This text with {@code value} at {@code section.key}; as the first line of its section where it was left to its default.
     */
    public ClusterText with(String section, String key, String value) {
        Node root = root();
        Optional<Node> block = value(root, section);
        if (block.isEmpty() || !(block.get() instanceof MappingNode)) {
            return withSection(section, key, value);
        }
        Optional<Node> old = value(block.get(), key);
        if (old.isPresent() && old.get() instanceof ScalarNode scalar) {
            return replaced(scalar, YamlText.of(value));
        }
        int line = block.get().getStartMark().getLine();
        String indent = " ".repeat(block.get().getStartMark().getColumn());
        List<String> lines = lines();
        lines.add(line, indent + key + ": " + YamlText.of(value));
        return joined(lines);
    }

    /** A section that is empty so far, or not there. */
    private ClusterText withSection(String section, String key, String value) {
        List<String> lines = lines();
        int heading = lines.indexOf(section + ":");
        if (heading < 0) {
            lines.add("");
            lines.add(section + ":");
            heading = lines.size() - 1;
        }
        lines.add(heading + 1, "  " + key + ": " + YamlText.of(value));
        return joined(lines);
    }

    private ClusterText replaced(ScalarNode scalar, String value) {
        int start = scalar.getStartMark().getIndex();
        int end = scalar.getEndMark().getIndex();
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(0, end);
        return new ClusterText(text.substring(0, from) + value + text.substring(to));
    }

    private Node root() {
        Reading reading = new Reading();
        Optional<Node> root = YamlNodes.compose(text, reading);
        return root.orElseThrow(() ->
                OperatorException.of(ExitCode.INVALID_INPUT, "the cluster file cannot be read", "see cluster lint"));
    }

    private SequenceNode members() {
        return value(root(), "members")
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .orElseThrow(ClusterText::tooTerse);
    }

    private static OperatorException tooTerse() {
        return OperatorException.of(
                ExitCode.INVALID_INPUT,
                "the members of the cluster file are not written line by line, so none can be added or taken out",
                "begin each with \"- name:\" on a line of its own");
    }

    private static Optional<Node> value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (text(entry.getKeyNode()).equals(Optional.of(key))) {
                    return Optional.of(entry.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The last line that has something of {@code node}; its end mark stands behind comments and empty lines. */
    private static int lastLine(Node node) {
        return switch (node) {
            case MappingNode mapping
            when !mapping.getValue().isEmpty() ->
                lastLine(mapping.getValue().getLast().getValueNode());
            case SequenceNode sequence
            when !sequence.getValue().isEmpty() ->
                Math.max(
                        lastLine(sequence.getValue().getLast()),
                        sequence.getFlowStyle() == FlowStyle.FLOW
                                ? sequence.getEndMark().getLine()
                                : 0);
            default ->
                node.getEndMark().getColumn() == 0
                        ? Math.max(
                                node.getStartMark().getLine(), node.getEndMark().getLine() - 1)
                        : node.getEndMark().getLine();
        };
    }

    private List<String> lines() {
        return new ArrayList<>(text.lines().toList());
    }

    private static ClusterText joined(List<String> lines) {
        return new ClusterText(String.join("\n", lines) + "\n");
    }
}
