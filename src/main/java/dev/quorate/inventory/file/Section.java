package dev.quorate.inventory.file;

import dev.quorate.failure.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of the file. Each key is asked for by name with what it should be; what is something else is a fault and counts
 * as its default, so that reading goes on. {@link #close} refuses the keys nobody asked for.
 */
final class Section {

    private static final String MERGE = "<<";

    private final Reading reading;
    private final String path;
    private final Position position;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private boolean unusable;

    private Section(Reading reading, String path, Position position) {
        this.reading = reading;
        this.path = path;
        this.position = position;
    }

    /** The whole file. */
    static Section root(@Nullable Node node, Reading reading) {
        return of(node, "", Position.START, reading);
    }

    private static Section of(@Nullable Node node, String path, Position fallback, Reading reading) {
        Section section = new Section(reading, path, node == null ? fallback : YamlNodes.position(node));
        if (node instanceof MappingNode mapping) {
            section.take(mapping);
        } else if (node != null && !isNothing(node)) {
            section.unusable = true;
            reading.fault(
                    YamlNodes.position(node),
                    (path.isEmpty() ? "the file" : path) + " is " + kind(node) + ", not a set of settings",
                    "write one \"key: value\" on each line below it");
        }
        return section;
    }

    private void take(MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            Position place = YamlNodes.position(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                reading.fault(place, "a key must be a word", "write \"key: value\"");
            } else if (!scalar.getValue().equals(MERGE)) {
                take(scalar.getValue(), place, entry.getValueNode());
            }
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(MERGE)) {
                merge(entry.getValueNode());
            }
        }
    }

    private void take(String key, Position place, Node value) {
        Position before = keys.put(key, place);
        if (before != null) {
            reading.fault(
                    place,
                    path(key) + " stands twice, first in line " + before.line(),
                    "keep one of the two: YAML would silently take the last");
        }
        values.put(key, value);
        reading.found(path(key), place);
    }

    /** Takes what is not there yet from the mapping that {@code <<} names. */
    private void merge(Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode scalar && !values.containsKey(scalar.getValue())) {
                    values.put(scalar.getValue(), entry.getValueNode());
                    keys.put(scalar.getValue(), YamlNodes.position(scalar));
                }
            }
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    Position position() {
        return position;
    }

    /** Where the value of {@code key} stands, or else the key, or this section. */
    Position position(String key) {
        Node value = values.get(key);
        if (value instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return YamlNodes.position(scalar);
        }
        return keys.getOrDefault(key, position);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** All keys of a section that takes any. */
    List<String> anyKeys() {
        known.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    Section section(String key) {
        return of(node(key), path(key), position(key), reading);
    }

    /** The mappings of a sequence. */
    List<Section> sections(String key) {
        Node node = node(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrong(key, node, "a list", "begin each with \"- \" on a line of its own");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String itemPath = path(key) + "[" + sections.size() + "]";
            reading.found(itemPath, YamlNodes.position(item));
            sections.add(of(item, itemPath, position(key), reading));
        }
        return sections;
    }

    Optional<String> text(String key) {
        return scalar(key).map(ScalarNode::getValue);
    }

    String text(String key, String byDefault) {
        return text(key).orElse(byDefault);
    }

    /** A text that must be there; empty where it is not, which is a fault. */
    String required(String key, String remedy) {
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (text.isEmpty() && scalarOrNothing(key) && !unusable) {
            fault(key, path(key) + " is missing", remedy);
        }
        return text.orElse("");
    }

    private boolean scalarOrNothing(String key) {
        Node node = values.get(key);
        return node == null || node instanceof ScalarNode;
    }

    /** What {@code parser} makes of a text; what it refuses is a fault that says {@code expected}. */
    <T> Optional<T> value(String key, Function<String, Optional<T>> parser, String expected) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(text.get());
        if (value.isEmpty()) {
            fault(key, "\"" + text.get() + "\" is no value for " + path(key), expected);
        }
        return value;
    }

    <T> T value(String key, Function<String, Optional<T>> parser, String expected, T byDefault) {
        return value(key, parser, expected).orElse(byDefault);
    }

    /** A text or a list of texts. */
    Optional<List<String>> texts(String key) {
        Node node = node(key);
        if (node == null || isNothing(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(List.of(scalar.getValue()));
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrong(key, node, "a list", "write [one, two]");
            return Optional.empty();
        }
        return Optional.of(items(key, sequence));
    }

    private List<String> items(String key, SequenceNode sequence) {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                reading.found(path(key) + "[" + texts.size() + "]", YamlNodes.position(item));
                texts.add(scalar.getValue());
            } else {
                reading.fault(
                        YamlNodes.position(item), path(key) + " has an item that is no text", "leave empty ones out");
            }
        }
        return texts;
    }

    List<String> texts(String key, List<String> byDefault) {
        return texts(key).orElse(byDefault);
    }

    void fault(String key, String message, String remedy) {
        reading.fault(position(key), message, remedy);
    }

    /** A fault of the item at {@code index} of the texts of {@code key}. */
    void fault(String key, int index, String message, String remedy) {
        reading.fault(reading.locations().of(path(key) + "[" + index + "]"), message, remedy);
    }

    /** Refuses the keys that nobody asked for. */
    void close() {
        keys.forEach((key, place) -> {
            if (!known.contains(key)) {
                reading.fault(place, "there is no setting " + path(key), suggestion(key));
            }
        });
    }

    private String suggestion(String key) {
        return Nearest.to(key.replace('_', '-'), known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> "there are: " + String.join(", ", known));
    }

    private @Nullable Node node(String key) {
        known.add(key);
        return values.get(key);
    }

    private Optional<ScalarNode> scalar(String key) {
        Node node = node(key);
        if (node == null || isNothing(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        wrong(key, node, "a single value", "write \"" + key + ": value\"");
        return Optional.empty();
    }

    private void wrong(String key, Node node, String expected, String remedy) {
        fault(key, path(key) + " is " + kind(node) + ", not " + expected, remedy);
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode mapping -> "a set of settings";
            case SequenceNode sequence -> "a list";
            default -> "a single value";
        };
    }

    /** {@code key:} with nothing behind it. */
    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
