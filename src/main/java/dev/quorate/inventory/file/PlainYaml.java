package dev.quorate.inventory.file;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML of other tools as maps, lists and texts. Tags of theirs, such as {@code !vault}, construct nothing: their text is left
 * out, as what they mean is not known here.
 */
public final class PlainYaml {

    private static final int DEEPEST = 64;

    private PlainYaml() {}

    /**
     * The mapping that {@code text} is.
     *
     * @param source what it is called in messages
     * @throws OperatorException if it is no YAML or no mapping
     */
    public static Map<String, Object> mapping(String source, String text) {
        Reading reading = new Reading();
        Optional<Node> node = YamlNodes.compose(text, reading);
        for (Fault fault : reading.faults()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT, source + ":" + fault.position() + ": " + fault.message(), fault.remedy());
        }
        return node.filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .map(mapping -> mapping(mapping, 0))
                .orElseThrow(() -> OperatorException.of(ExitCode.INVALID_INPUT, source + " has no settings"));
    }

    private static Map<String, Object> mapping(MappingNode node, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                fields.put(key.getValue(), value(entry.getValueNode(), depth + 1));
            }
        }
        return fields;
    }

    private static Object value(Node node, int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, depth);
            case SequenceNode sequence -> items(sequence, depth);
            case ScalarNode scalar when isPlain(scalar) -> scalar.getValue();
            default -> "";
        };
    }

    private static List<Object> items(SequenceNode sequence, int depth) {
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, depth + 1));
        }
        return items;
    }

    private static boolean isPlain(ScalarNode scalar) {
        return scalar.getTag().startsWith(Tag.PREFIX) && !scalar.getTag().equals(Tag.NULL);
    }
}
